package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.importing.ImportRow;
import clinic.mmt.dispenser.domain.text.Language;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as they come: forms of letters, ends of lines, separators, and what is wrong in them. */
class ImportFileTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 5);

  private static ImportFile read(String text) {
    return ImportFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Map<Column, String>> lines(int count) {
    return new Invented(TODAY, 1).lines(count);
  }

  private static ImportFile changed(Column column, String value) {
    List<Map<Column, String>> lines = lines(2);
    lines.get(1).put(column, value);
    return read(Invented.csv(lines));
  }

  @Test
  void whatIsWellFormedHasNoFault() {
    ImportFile file = read(Invented.csv(lines(30)));
    assertEquals(List.of(), file.faults());
    assertEquals(30, file.rows().size());
    assertEquals(2, file.rows().getFirst().line());
    assertEquals(31, file.rows().getLast().line());
  }

  @ParameterizedTest
  @EnumSource(Normalizer.Form.class)
  void aNameIsTheSameWhateverFormItCameIn(Normalizer.Form form) {
    List<Map<Column, String>> lines = lines(1);
    lines.getFirst().put(Column.FAMILY_NAME, Normalizer.normalize("Nguyễn", form));
    lines.getFirst().put(Column.GIVEN_NAME, Normalizer.normalize("  Thị  Thảo ", form));
    ImportRow row = read(Invented.csv(lines)).rows().getFirst();
    assertEquals("Nguyễn", row.person().familyName());
    assertEquals("Thị Thảo", row.person().givenName());
  }

  @Test
  void aByteOrderMarkWindowsLineEndsAndSemicolonsAreTaken() {
    String text = Invented.csv(lines(3));
    assertEquals(3, read("\ufeff" + text.replace("\n", "\r\n")).rows().size());
    String semicolons = text.replace("\"điện thoại, đọc lại\"", "đọc lại").replace(',', ';');
    assertEquals(3, read(semicolons).rows().size());
  }

  @Test
  void anotherEncodingIsAFault() {
    ImportFile file = ImportFile.read(Invented.csv(lines(1)).getBytes(StandardCharsets.UTF_16LE));
    assertEquals(0, file.rows().size());
    assertTrue(!file.faults().isEmpty());
    byte[] latin = {'N', 'g', (byte) 0xF4};
    assertTrue(ImportFile.read(latin).faults().getFirst().english().contains("UTF-8"));
  }

  /**
   * H103: what does not fit its column is a fault with file, line and column, and quotes nothing.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CODE | '' | fill it in",
        "CODE | two words | without blanks",
        "FAMILY_NAME | '' | fill it in",
        "FAMILY_NAME | Nguyễn 2 | letters and blanks only",
        "GIVEN_NAME | 1985 | letters and blanks only",
        "GIVEN_NAME | V¨n An | letters and blanks only",
        "BIRTH_YEAR | 07 | four digits",
        "BIRTH_YEAR | 80 mg | four digits",
        "SEX | x | one of",
        "COMMUNE | 17 | 8 digits",
        "ADMITTED_ON | 01/02/2027 | two ways",
        "ADMITTED_ON | '' | fill it in",
        "ADMISSION_SOURCE | friend | one of",
        "PHASE | steady | one of",
        "DOSE | '' | fill it in",
        "DOSE | 8 ml | a volume",
        "FIRST_DAY | 2027-02-30 | no such day",
        "LAST_DAY | 46000 | two ways",
        "LAST_DOSE_DAY | '' | fill it in",
        "LAST_DOSE | '' | fill it in",
        "CONFIRMED_BY | '' | 1 to 200",
        "CONFIRMED_HOW | '' | 1 to 200"
      })
  void aFieldThatDoesNotFitIsNamed(Column column, String value, String why) {
    ImportFile file = changed(column, value);
    assertEquals(1, file.faults().size(), file.faults().toString());
    Told fault = file.faults().getFirst();
    assertEquals(3, fault.line());
    assertEquals(column.word(), fault.name());
    assertTrue(fault.english().contains(why), fault.english());
    assertEquals(file.column(3, column.word()), fault.column());
    assertTrue(
        fault.text("p.csv", "fault", Language.EN).startsWith("p.csv:3:" + fault.column() + ": "));
    assertTrue(value.isEmpty() || !fault.english().contains(value), "nothing is quoted");
    assertEquals(1, file.rows().size(), "the other line is read");
  }

  @Test
  void aShiftedRowIsAFault() { // H103
    String text = Invented.csv(lines(2));
    String shifted = text.replaceFirst("(?s)(\n[^\n]*\n)[^,]*,", "$1");
    Told fault = read(shifted).faults().getFirst();
    assertEquals(3, fault.line());
    assertTrue(fault.english().contains("15 fields where the header has 16"), fault.english());
    assertEquals(3, read(text.replaceFirst("\n(?=00.*\n$)", "\n\n")).faults().getFirst().line());
  }

  @Test
  void theHeaderHasEveryColumnOnceAndNoOther() {
    String text = Invented.csv(lines(1));
    for (Column column : Invented.columns()) {
      ImportFile file = read(text.replaceFirst("\\b" + column.word() + "\\b", "nonsense"));
      assertEquals(2, file.faults().size(), column.word());
      assertEquals(0, file.rows().size());
    }
    assertTrue(!read(text.replaceFirst("given_name", "family_name")).faults().isEmpty());
    assertTrue(!read("").faults().isEmpty());
    assertTrue(!read(text.substring(0, text.indexOf('\n'))).faults().isEmpty());
  }

  @Test
  void aLineMayHaveNoLastDose() {
    List<Map<Column, String>> lines = lines(1);
    List.of(Column.LAST_DOSE_DAY, Column.LAST_DOSE, Column.CONFIRMED_BY, Column.CONFIRMED_HOW)
        .forEach(column -> lines.getFirst().put(column, ""));
    assertTrue(read(Invented.csv(lines)).rows().getFirst().lastDose().isEmpty());
  }

  @Test
  void whoConfirmedNothingIsUnconfirmed() {
    List<Map<Column, String>> lines = lines(1);
    lines.getFirst().put(Column.CONFIRMED_BY, "");
    lines.getFirst().put(Column.CONFIRMED_HOW, "");
    ImportRow row = read(Invented.csv(lines)).rows().getFirst();
    assertEquals(false, row.lastDose().orElseThrow().confirmation().confirmed());
  }
}
