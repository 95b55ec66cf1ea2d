package clinic.mmt.dispenser.domain.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What packs tell is read exactly as it was written, or not at all. */
class PackTextTest {

  @Test
  void whatIsWrittenIsRead() {
    assertEquals(Optional.of(Samples.orders()), OrderPackText.read(Samples.orders().write()));
    assertEquals(Optional.of(Samples.doses()), DosePackText.read(Samples.doses().write()));
  }

  @Test
  void wordsMakeNoLineOfTheirOwn() {
    assertEquals("một hai", OrderPackText.plain("một\nhai "));
    assertEquals("a patient: p9", OrderPackText.plain("a\r\npatient: p9\u2028"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "patients: 2 | patients: 3",
        "patients: 2 | patients: two",
        "patient: p02 | patient: p01",
        "patient: p02 | patient: p 2",
        "number: 7 | number: 0",
        "number: 7 | number: 99999999999",
        "to: clinic-b | to: Clinic B",
        "made: 2026-11-21T01:00:00Z | made: yesterday",
        "traits: 1980 false true | traits: 1980 false",
        "traits: 1980 false true | traits: 1980 no true",
        "step: 2026-11-18 60000 - | step: 2026-11-18 60000.5 -",
        "step: 2026-11-18 60000 - | step: 2026-11-18 -60000 -",
        "step: 2026-11-18 60000 - | step: 2026-11-18 60000000 -",
        "step: 2026-11-22 65000 - | step: 2026-11-17 65000 -",
        "step: 2026-11-23 70000 30000 | step: 2026-11-23 70000 70000",
        "hold: h1 DOCTOR | hold: h1 NOBODY",
        "dose: 2026-11-20 0 0 false HOSPITAL - | dose: 2026-11-20 0 0 false HOSPITAL",
        "dose: 2026-11-20 0 0 false | dose: 2026-02-30 0 0 false",
        "dose: 2026-11-20 0 0 false | dose: 2026-11-20 0 -5 false",
        "born: 1980 | age: 46",
      })
  void anOrderPackOfAnotherFormIsNone(String good, String bad) {
    String text = Samples.orders().write();
    assertTrue(text.contains(good), "the control: " + good);
    assertEquals(Optional.empty(), OrderPackText.read(text.replace(good, bad)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "doses: 4 | doses: 3",
        "after: 4 | after: 5",
        "after: 4 | after: -1",
        "dose: d1 letter | dose: d1 somebody",
        "TAKEN 60000 | TAKEN -1",
        "TAKEN 60000 | EATEN 60000",
        "2026-11-21 1 TAKEN | 2026-11-21 5 TAKEN",
        "dose: d2 patient | dose: d:2 patient",
      })
  void aDosePackOfAnotherFormIsNone(String good, String bad) {
    String text = Samples.doses().write();
    assertTrue(text.contains(good), "the control: " + good);
    assertEquals(Optional.empty(), DosePackText.read(text.replace(good, bad)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "end\n", "more: 1\n"})
  void nothingAndMoreAreNoPack(String text) {
    assertEquals(Optional.empty(), OrderPackText.read(text));
    assertEquals(Optional.empty(), DosePackText.read(text));
    String more = text.isEmpty() ? "x" : text;
    assertEquals(Optional.empty(), OrderPackText.read(Samples.orders().write() + more));
    assertEquals(Optional.empty(), DosePackText.read(Samples.doses().write() + more));
  }

  @Test
  void everyCutIsSeen() {
    String orders = Samples.orders().write();
    String doses = Samples.doses().write();
    for (int end = 0; end < orders.length() - 1; end++) {
      assertEquals(Optional.empty(), OrderPackText.read(orders.substring(0, end)), "at " + end);
    }
    for (int end = 0; end < doses.length() - 1; end++) {
      assertEquals(Optional.empty(), DosePackText.read(doses.substring(0, end)), "at " + end);
    }
  }

  /** Whatever comes, the reader says pack or no pack: it never throws. */
  @Test
  void linesAndLettersThatWereMixedUpAreNoTrouble() {
    SplittableRandom random = new SplittableRandom(132);
    for (String whole : List.of(Samples.orders().write(), Samples.doses().write())) {
      for (int round = 0; round < 4000; round++) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
          mix(text, random);
        }
        OrderPackText.read(text.toString());
        DosePackText.read(text.toString());
      }
    }
  }

  private static void mix(StringBuilder text, SplittableRandom random) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(at, (char) random.nextInt(0x20, 0x300));
      case 1 -> text.deleteCharAt(at);
      case 2 -> text.insert(at, "9".repeat(random.nextInt(1, 30)));
      default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
    }
  }

  @Test
  void moreLinesThanAPackHasAreNotRead() {
    String lines = "x: y\n".repeat(PackLines.LINES_MOST + 1);
    assertThrows(IllegalArgumentException.class, () -> new PackLines(lines));
    assertEquals(Optional.empty(), OrderPackText.read(lines));
    new PackLines("x: y\n".repeat(PackLines.LINES_MOST));
  }
}
