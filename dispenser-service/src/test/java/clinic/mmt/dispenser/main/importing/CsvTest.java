package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader takes RFC 4180 and nothing else; a fault names its place. */
class CsvTest {

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\0", "\0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "a,b\\nc,d | a/b//c/d",
        "a,b\\nc,d\\n | a/b//c/d",
        "a,b\\r\\nc,d\\r\\n | a/b//c/d",
        "\"a,b\",c | a,b/c",
        "\"a\"\"b\",c | a\"b/c",
        "\"\",\"\" | /",
        ",, | //",
        "a,\"x\\ny\",b | a/x\\ny/b",
        "a\\n\\nb | a////b"
      })
  void whatIsWellFormedIsRead(String text, String expected) throws Csv.Fault {
    List<String> records =
        Csv.parse(unescaped(text), ',').stream()
            .map(r -> String.join("/", r.stream().map(Csv.Field::text).toList()))
            .toList();
    assertEquals(unescaped(expected), String.join("//", records));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "a,b\\nc\"d,e | 2 | 2 | a quote inside",
        "a,\"b\\nc | 1 | 3 | never closed",
        "\"a\" ,b | 1 | 4 | after a closing quote",
        "a\\rb | 1 | 3 | CR alone",
        "a,\\0 | 1 | 3 | control character",
        "a\\n\"b\\0\" | 2 | 4 | control character"
      })
  void whatIsNotNamesItsPlace(String text, int line, int column, String message) {
    Csv.Fault fault = assertThrows(Csv.Fault.class, () -> Csv.parse(unescaped(text), ','));
    assertEquals(List.of(line, column), List.of(fault.line(), fault.column()));
    assertTrue(String.valueOf(fault.getMessage()).contains(message), fault.getMessage());
  }

  @Test
  void aFieldKnowsWhereItBegins() throws Csv.Fault {
    List<Csv.Field> second = Csv.parse("a;\"x\ny\";b\nc;d;e", ';').get(1);
    assertEquals(new Csv.Field("e", 3, 5), second.getLast());
    assertEquals(3, second.size());
  }

  @Test
  void aFieldHasALargestSize() throws Csv.Fault {
    Csv.parse("x".repeat(Csv.FIELD_MOST), ',');
    String longer = "x".repeat(Csv.FIELD_MOST + 1);
    assertThrows(Csv.Fault.class, () -> Csv.parse(longer, ','));
    assertThrows(Csv.Fault.class, () -> Csv.parse('"' + longer + '"', ','));
  }

  @Test
  void nothingIsNoRecord() throws Csv.Fault {
    assertEquals(List.of(), Csv.parse("", ','));
  }
}
