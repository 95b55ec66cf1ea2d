package clinic.mmt.dispenser.domain.eligibility;

import static clinic.mmt.dispenser.domain.eligibility.Someone.MONDAY_1ST;
import static clinic.mmt.dispenser.domain.eligibility.Someone.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.eligibility.DoseDay.Kind;
import clinic.mmt.dispenser.domain.eligibility.Verdict.Decision;
import clinic.mmt.dispenser.domain.prescription.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Missed days by every profile's table, at every boundary and one day to both sides. */
class MissedDaysTest {

  /** Decision, and what may be poured or what is proposed. */
  private static String answer(Verdict verdict) {
    String codes =
        verdict.reasons().getFirst().code().weight() == Weight.INFORMS
            ? ""
            : " " + verdict.reasons().getFirst().code().code();
    long milligrams =
        (verdict.decision() == Decision.DISPENSE ? verdict.dose() : verdict.proposed()).micrograms()
            / 1000;
    return verdict.decision() + " " + milligrams + codes;
  }

  /** Last observed on Monday the 1st, with an order that holds throughout. */
  private static Verdict within(String profile, int missed, long dose) {
    var last = MONDAY_1ST;
    return on(last.plusDays(missed + 1L))
        .ordered(Stage.MAINTENANCE, dose, last.minusDays(1), last.plusDays(28))
        .took(last, dose)
        .by(profile);
  }

  @ParameterizedTest
  @CsvSource({
    "VN-2024, 0, DISPENSE 80",
    "VN-2024, 1, DISPENSE 80",
    "VN-2024, 2, DISPENSE 80",
    "VN-2024, 3, DISPENSE 80",
    "VN-2024, 4, NEEDS_DOCTOR 40 missed-reduced",
    "VN-2024, 5, NEEDS_DOCTOR 40 missed-reduced",
    "VN-2024, 6, NEEDS_DOCTOR 20 missed-reinduct",
    "VN-2024, 7, NEEDS_DOCTOR 20 missed-reinduct",
    "AU-2003, 0, DISPENSE 80",
    "AU-2003, 2, DISPENSE 80",
    "AU-2003, 3, NEEDS_DOCTOR 40 missed-reduced",
    "AU-2003, 4, NEEDS_DOCTOR 40 missed-reduced",
    "AU-2003, 5, NEEDS_DOCTOR 20 missed-reinduct",
    "AU-2003, 6, NEEDS_DOCTOR 20 missed-reinduct",
    "US-2024, 0, DISPENSE 80",
    "US-2024, 3, DISPENSE 80",
    "US-2024, 4, NEEDS_DOCTOR 40 missed-reduced",
    "US-2024, 5, NEEDS_DOCTOR 50 missed-reinduct",
    "US-2024, 6, NEEDS_DOCTOR 50 missed-reinduct",
    "WHO-2009, 0, DISPENSE 80",
    "WHO-2009, 2, DISPENSE 80",
    "WHO-2009, 3, NEEDS_DOCTOR 80 missed-review",
    "WHO-2009, 4, NEEDS_DOCTOR 80 missed-review",
    "WHO-2009, 5, NEEDS_DOCTOR 20 missed-reinduct",
  })
  void theTableOfTheProfileDecides(String profile, int missed, String expected) {
    assertEquals(expected, answer(within(profile, missed, 80)));
  }

  @ParameterizedTest
  @CsvSource({
    "VN-2024, 29, missed-reinduct, 20",
    "VN-2024, 30, missed-episode, 0",
    "VN-2024, 31, missed-episode, 0",
    "AU-2003, 30, missed-reinduct, 20",
    "US-2024, 30, missed-reinduct, 50",
  })
  void aMonthAwayIsADoctorsDecisionAndNeverOurs(
      String profile, int missed, String code, long proposed) {
    var verdict =
        on(MONDAY_1ST.plusDays(missed + 1L))
            .ordered(Stage.MAINTENANCE, 80, MONDAY_1ST.minusDays(1), MONDAY_1ST.plusDays(60))
            .took(MONDAY_1ST, 80)
            .by(profile);
    assertEquals(Decision.NEEDS_DOCTOR, verdict.decision());
    assertTrue(verdict.reasons().stream().anyMatch(r -> r.code().code().equals(code)));
    assertEquals(proposed * 1000, verdict.proposed().micrograms());
  }

  @ParameterizedTest
  @CsvSource({"VN-2024, 120, 60", "AU-2003, 120, 40", "US-2024, 120, 60"})
  void fourMissedDaysTellTheTablesApartAt120(String profile, long dose, long proposed) {
    assertEquals("NEEDS_DOCTOR " + proposed + " missed-reduced", answer(within(profile, 4, dose)));
  }

  @ParameterizedTest
  @CsvSource({"VN-2024, 25", "AU-2003, 25", "US-2024, 30"})
  void fourMissedDaysTellTheTablesApartAt50(String profile, long proposed) {
    assertEquals("NEEDS_DOCTOR " + proposed + " missed-reduced", answer(within(profile, 4, 50)));
  }

  /** «The higher of 50 % or 30 mg» may not raise a dose of 20 mg. */
  @Test
  void aFloorNeverRaisesADose() {
    assertEquals("NEEDS_DOCTOR 20 missed-reduced", answer(within("US-2024", 4, 20)));
  }

  /** proposals are rounded down. */
  @Test
  void halfOf85IsProposedAs42() {
    assertEquals("NEEDS_DOCTOR 42 missed-reduced", answer(within("VN-2024", 4, 85)));
  }

  @Test
  void aTakeHomeAHospitalAndAGuestDoseCoverTheirDays() {
    for (Kind kind : Kind.values()) {
      var verdict =
          on(MONDAY_1ST.plusDays(5))
              .took(MONDAY_1ST, 80)
              .took(MONDAY_1ST.plusDays(4), 80, kind, true)
              .by("VN-2024");
      assertEquals("DISPENSE 80", answer(verdict), kind.name());
    }
  }

  /** Principle 1: in doubt a dose counts as not taken for tolerance. */
  @Test
  void anUnconfirmedDoseCoversNothing() {
    var verdict =
        on(MONDAY_1ST.plusDays(5))
            .took(MONDAY_1ST, 80)
            .took(MONDAY_1ST.plusDays(4), 80, Kind.HOSPITAL, false)
            .by("VN-2024");
    assertEquals(
        List.of(ReasonCode.DOSE_IN_DOUBT, ReasonCode.MISSED_REDUCED),
        verdict.reasons().stream().map(Reason::code).toList());
    assertEquals(40_000, verdict.proposed().micrograms());
  }

  /** Pharmacology does not know holidays; the statistics do. */
  @Test
  void aClosedDayCountsAsMissedAndIsNobodysFault() {
    var verdict =
        on(MONDAY_1ST.plusDays(5))
            .took(MONDAY_1ST, 80)
            .closed(MONDAY_1ST.plusDays(2))
            .closed(MONDAY_1ST.minusDays(2))
            .by("VN-2024");
    assertEquals("NEEDS_DOCTOR 40 missed-reduced", answer(verdict));
    assertEquals(
        "On 1 of the missed days the clinic was closed; that is not the patient's fault.",
        verdict.reasons().getLast().english());
  }

  @Test
  void anOrderSignedAfterTheAbsenceHolds() {
    var sixth = MONDAY_1ST.plusDays(5);
    var verdict =
        on(sixth).ordered(Stage.MAINTENANCE, 40, sixth).took(MONDAY_1ST, 80).by("VN-2024");
    assertEquals("DISPENSE 40", answer(verdict));
  }

  /** The order that a doctor made for four missed days does not hold for six. */
  @Test
  void anOrderSignedForAShorterAbsenceHoldsNoLonger() {
    var verdict =
        on(MONDAY_1ST.plusDays(7))
            .ordered(Stage.MAINTENANCE, 40, MONDAY_1ST.plusDays(5))
            .took(MONDAY_1ST, 80)
            .by("VN-2024");
    assertEquals("NEEDS_DOCTOR 20 missed-reinduct", answer(verdict));
  }

  @Test
  void aNewBeginningHasTheLimitsOfAFirstDose() {
    var back = MONDAY_1ST.plusDays(10);
    var first = on(back).ordered(Stage.INDUCTION, 20, back, back.plusDays(4)).took(MONDAY_1ST, 80);
    assertEquals("DISPENSE 20", answer(first.by("VN-2024")));
    var high = on(back).ordered(Stage.INDUCTION, 21, back, back.plusDays(4)).took(MONDAY_1ST, 80);
    assertEquals("NEEDS_DOCTOR 20 first-dose-high", answer(high.by("VN-2024")));
  }

  /** an earlier look by a doctor, and the dose as long as possible. */
  @ParameterizedTest
  @CsvSource({
    "1, DISPENSE 80",
    "2, NEEDS_DOCTOR 80 missed-review",
    "4, NEEDS_DOCTOR 40 missed-reduced"
  })
  void pregnancyHasRowsOfItsOwn(int missed, String expected) {
    var verdict =
        on(MONDAY_1ST.plusDays(missed + 1L)).took(MONDAY_1ST, 80).pregnant().by("VN-2024");
    assertEquals(expected, answer(verdict));
  }
}
