package clinic.mmt.dispenser.domain.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestRules.Fault;
import clinic.mmt.dispenser.domain.staff.SiteType;
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

  /** H102: one letter for one day, at the guest site too. */
  @ParameterizedTest
  @CsvSource({"1, 4, OK", "1, 5, OVERLAPS", "7, 9, OVERLAPS", "8, 9, OK"})
  void twoLettersOfOneDayAreNotTakenIn(int first, int last, String expected) {
    assertEquals(
        expected,
        GuestRules.toTakeIn(
                List.of(letter(GuestLetter.Way.IN, 5, 7)),
                letter(GuestLetter.Way.IN, first, last),
                TODAY)
            .map(Fault::name)
            .orElse("OK"));
  }

  @Test
  void aLetterDoesNotEndBeforeItBegins() {
    assertEquals(1, out(3, 3).days(), "one day is a letter");
    assertThrows(IllegalArgumentException.class, () -> out(3, 2));
  }

  /** where doctors treat, and how many hands a site has where nobody says otherwise. */
  @ParameterizedTest
  @CsvSource({
    "TREATMENT, true, DEFAULT",
    "DISPENSING, false, DEFAULT",
    "MOBILE, false, SMALL",
    "RESIDENTIAL, true, DEFAULT"
  })
  void aSiteIsForSomething(SiteKind kind, boolean treats, SiteType hands) {
    assertEquals(treats, kind.treats());
    assertEquals(hands, kind.usualHands());
  }

  @Test
  void whoHasNoLetterAndNoOtherSiteIsHere() {
    assertSame(Whereabouts.HERE, on(0, List.of(), Optional.empty()));
    assertTrue(Whereabouts.HERE.isHere());
    assertTrue(on(0, List.of(out(1, 3)), Optional.empty()).isHere(), "not yet a guest");
    assertFalse(on(1, List.of(out(1, 3)), Optional.empty()).isHere(), "a guest elsewhere");
    List<GuestLetter> in = List.of(letter(GuestLetter.Way.IN, 1, 3));
    assertTrue(on(1, in, Optional.empty()).isHere(), "a guest here");
    assertFalse(on(4, in, Optional.empty()).isHere(), "a guest no more");
    Whereabouts elsewhere =
        Whereabouts.on(TODAY, List.of(), Optional.of(new SiteName("clinic-b")), Optional.empty());
    assertEquals(Optional.of(new SiteName("clinic-b")), elsewhere.assignedTo());
    assertFalse(elsewhere.isHere(), "assigned to another site");
  }

  /** Who was admitted on the first day of a letter or later is nobody's guest. */
  @Test
  void anAdmissionEndsTheLettersBeforeIt() {
    List<GuestLetter> in = List.of(letter(GuestLetter.Way.IN, 1, 3));
    assertTrue(on(4, in, Optional.of(TODAY)).guestOver().isPresent(), "admitted the day before");
    assertFalse(on(4, in, Optional.of(TODAY.plusDays(1))).guestOver().isPresent());
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

  @Test
  void everyLineOfALetterIsThereOnce() {
    LastDose last = new LastDose(TODAY, Mass.ofMilligrams(60), Optional.empty(), true);
    for (String good : List.of(text(Optional.empty()).write(), text(Optional.of(last)).write())) {
      assertTrue(GuestLetterText.read(good).isPresent(), "the control");
      for (String line : good.lines().toList()) {
        assertEquals(
            Optional.empty(), GuestLetterText.read(good.replace(line + "\n", "")), "no " + line);
        assertEquals(
            Optional.empty(),
            GuestLetterText.read(good.replace(line + "\n", "other: 1\n")),
            "another in place of " + line);
        assertEquals(Optional.empty(), GuestLetterText.read(good + line + "\n"), "twice " + line);
        assertEquals(
            Optional.empty(), GuestLetterText.read(good.replace(line, line.replace(": ", ":"))));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "TRUE, ''", "'', ''", "yes, ''"})
  void aLastDoseIsConfirmedOrNot(String said, String confirmed) {
    LastDose last = new LastDose(TODAY, Mass.ofMilligrams(60), Optional.empty(), true);
    String text = text(Optional.of(last)).write().replace("confirmed: true", "confirmed: " + said);
    assertEquals(
        confirmed,
        GuestLetterText.read(text)
            .flatMap(GuestLetterText::lastDose)
            .map(l -> Boolean.toString(l.confirmed()))
            .orElse(""));
  }
}
