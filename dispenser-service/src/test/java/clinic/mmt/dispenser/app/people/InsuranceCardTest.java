package clinic.mmt.dispenser.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of invented people in the forms that are about; docs/devices/qr-cdc/vectors. */
class InsuranceCardTest {

  private static final String NAME =
      HexFormat.of().formatHex("Nguyễn Văn Thử".getBytes(StandardCharsets.UTF_8));

  private static String card(String number, String birth, String sex) {
    return number + "|" + NAME + "|" + birth + "|" + sex + "|-|01 - 000|01/01/2026|-|-|$";
  }

  @Test
  void bothFormsOfTheVectorsAreTheSamePerson() throws Exception {
    List<InsuranceCard> cards =
        Files.readAllLines(Path.of("../docs/devices/qr-cdc/vectors/insurance.txt")).stream()
            .filter(line -> line.startsWith("I"))
            .map(line -> line.split(" \\| ", 4)[3])
            .flatMap(text -> InsuranceCard.read(text).stream())
            .toList();
    assertEquals(2, cards.size());
    InsuranceCard today = cards.getFirst();
    assertEquals(
        new InsuranceCard(
            "0000000001", "Nguyễn Văn Thử", Optional.of(LocalDate.of(1999, 1, 2)), 1999, false),
        today);
    assertEquals(today, cards.getLast(), "the old form has letters and a province before it");
    assertEquals("insurance:0000000001", today.token());
    assertFalse(today.toString().contains("Thử"), "a person is never printed");
  }

  @Test
  void aYearAloneAndAWomanAreRead() {
    InsuranceCard read = InsuranceCard.read(card("0000000002", "1987", "2")).orElseThrow();
    assertEquals(Optional.empty(), read.birth());
    assertEquals(1987, read.birthYear());
    assertEquals(true, read.female());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3C00CE754C",
        "000000000001||Nguyễn Văn Thử|02011999|Nam|Phường Mẫu|01012022",
        "000000001|4e|02/01/1999|1|-|-|-|-|-|$",
        "0000000001|4e|31/02/1999|1|-|-|-|-|-|$",
        "0000000001|4e|02/01/1999|3|-|-|-|-|-|$",
        "0000000001|4|02/01/1999|1|-|-|-|-|-|$",
        "0000000001|c328|02/01/1999|1|-|-|-|-|-|$",
        "0000000001|4e|02/01/1999|1|-|-|-|-|-|",
        "0000000001|4e|02/01/1999|1|-|-|-|-|$",
        "0000000001|4e0a|02/01/1999|1|-|-|-|-|-|$"
      })
  void anythingElseIsNone(String text) {
    assertEquals(Optional.empty(), InsuranceCard.read(text));
  }

  @Test
  void aCardOfTheStateIsLookedUpByItsNumberAndAnyOtherByItself() {
    assertEquals("insurance:0000000002", CardToken.of(card("0000000002", "1987", "2")));
    assertEquals(
        "citizen:000199000001",
        CardToken.of("000199000001||Nguyễn Văn Thử|02011999|Nam|Phường Mẫu|01012022"));
    assertEquals("3C00CE754C", CardToken.of("3C00CE754C"));
    assertNotEquals(
        CardToken.of(card("0000000002", "1987", "2")),
        CardToken.of(card("0000000003", "1987", "2")));
  }
}
