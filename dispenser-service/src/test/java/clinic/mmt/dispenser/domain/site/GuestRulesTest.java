package clinic.mmt.dispenser.domain.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestRules.Fault;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guest letters: days, ends, overlaps. Days are counted from today. */
class GuestRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static GuestLetter letter(GuestLetter.Way way, int first, int last) {
    return new GuestLetter(
        "G-" + first,
        new PatientId("P-1"),
        way,
        new SiteName("clinic-b"),
        TODAY.plusDays(first),
        TODAY.plusDays(last),
        new StaffId("S-1"));
  }

  private static GuestLetter out(int first, int last) {
    return letter(GuestLetter.Way.OUT, first, last);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 3, PAST",
    "0, 0, OK",
    "1, 14, OK", // fourteen days
    "1, 15, TOO_LONG",
    "1, 4, OK", // the day before the other letter
    "1, 5, OVERLAPS",
    "7, 9, OVERLAPS", // its last day
    "8, 9, OK",
    "6, 6, OVERLAPS",
    "4, 9, OVERLAPS",
  })
  void aLetterIsSignedForDaysThatAreFree(int first, int last, String expected) {
    List<GuestLetter> noted = first == 1 && last > 9 ? List.of() : List.of(out(5, 7));
    assertEquals(
        expected,
        GuestRules.toSign(noted, out(first, last), TODAY, 14).map(Fault::name).orElse("OK"));
  }

  @ParameterizedTest
  @CsvSource({"1, OK", "0, BEGUN", "-1, BEGUN"})
  void aLetterIsEndedBeforeItsFirstDay(int first, String expected) {
    assertEquals(expected, GuestRules.toEnd(out(first, 9), TODAY).map(Fault::name).orElse("OK"));
  }

  @ParameterizedTest
  @CsvSource({"-3, 0, OK", "-3, -1, OVER", "2, 5, OK"})
  void aLetterIsTakenInUpToItsLastDay(int first, int last, String expected) {
    assertEquals(
        expected,
        GuestRules.toTakeIn(List.of(), letter(GuestLetter.Way.IN, first, last), TODAY)
            .map(Fault::name)
            .orElse("OK"));
  }

  private static Whereabouts on(int day, List<GuestLetter> letters, Optional<LocalDate> admitted) {
    return Whereabouts.on(TODAY.plusDays(day), letters, Optional.empty(), admitted);
  }

  @Test
  void homeIsBlockedFromTheFirstToTheLastGuestDay() {
    List<GuestLetter> letters = List.of(out(1, 3));
    for (int day = -1; day <= 5; day++) {
      boolean guest = day >= 1 && day <= 3;
      assertEquals(guest, on(day, letters, Optional.empty()).guestAt().isPresent(), "day " + day);
      assertFalse(on(day, letters, Optional.empty()).guestOver().isPresent());
    }
  }

  @Test
  void aGuestIsDosedOnTheDaysOfALetterOnlyUnlessAdmitted() {
    List<GuestLetter> letters =
        List.of(letter(GuestLetter.Way.IN, 1, 3), letter(GuestLetter.Way.IN, 5, 5));
    for (int day = 0; day <= 6; day++) {
      boolean covered = (day >= 1 && day <= 3) || day == 5;
      assertEquals(!covered, on(day, letters, Optional.empty()).guestOver().isPresent(), "" + day);
    }
    assertTrue(on(6, letters, Optional.of(TODAY.minusDays(30))).guestOver().isPresent());
    assertFalse(on(6, letters, Optional.of(TODAY.plusDays(6))).guestOver().isPresent());
  }

  private static GuestLetterText text(Optional<LastDose> last) {
    return new GuestLetterText(
        "guest-1",
        new SiteName("clinic-a"),
        new SiteName("clinic-b"),
        new GuestLetterText.Named("Người\nsite: clinic-c", "Bịa", 1980),
        TODAY,
        TODAY.plusDays(2),
        Mass.ofMilligrams(60),
        last,
        TODAY);
  }

  @Test
  void aLetterIsReadAsItWasWrittenAndANameMakesNoLine() {
    LastDose known =
        new LastDose(
            TODAY,
            Mass.ofMilligrams(60),
            Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
            true);
    for (Optional<LastDose> last :
        List.of(
            Optional.<LastDose>empty(),
            Optional.of(known),
            Optional.of(new LastDose(TODAY, Mass.ZERO, Optional.empty(), false)))) {
      GuestLetterText read = GuestLetterText.read(text(last).write()).orElseThrow();
      assertEquals(last, read.lastDose());
      assertEquals("clinic-b", read.site().value());
      assertEquals(text(last).write(), read.write());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "site: clinic-c\n", "unknown: 1\n", "last-day: 2026-11-21\n"})
  void aLetterWithLinesThatAreNotItsOwnIsNone(String more) {
    String good = text(Optional.empty()).write();
    assertTrue(GuestLetterText.read(good).isPresent(), "the control");
    assertEquals(
        more.isEmpty(), GuestLetterText.read(good + more).isPresent(), "with another line");
    assertEquals(Optional.empty(), GuestLetterText.read(good.replace("2026", "20x6")), "no days");
    assertEquals(Optional.empty(), GuestLetterText.read(good.replace("clinic-b", "A B")));
  }
}
