package clinic.mmt.dispenser.domain.eligibility;

import static clinic.mmt.dispenser.domain.eligibility.Someone.MONDAY_1ST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.eligibility.Verdict.Decision;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** a dose that a doctor wants to review is told a week before, and waits from the day on. */
class ReviewRulesTest {

  private static final LocalDate DAY = MONDAY_1ST;

  private static Someone stable() {
    return Someone.on(DAY).took(DAY.minusDays(1), 80);
  }

  @ParameterizedTest
  @CsvSource({
    "8, DISPENSE, ENTITLED",
    "7, DISPENSE, REVIEW_COMING",
    "1, DISPENSE, REVIEW_COMING",
    "0, NEEDS_DOCTOR, REVIEW_DUE",
    "-1, NEEDS_DOCTOR, REVIEW_DUE"
  })
  void itIsToldSevenDaysBeforeAndADoctorsFromTheDayOn(
      int days, Decision decision, ReasonCode code) {
    Verdict verdict = stable().toReview(DAY.plusDays(days)).by("VN-2024");
    assertEquals(decision, verdict.decision());
    assertEquals(code, verdict.reasons().getFirst().code());
  }

  @Test
  void aDoctorReleasesOneDay() {
    Verdict verdict = stable().toReview(DAY).released(ReasonCode.REVIEW_DUE).by("VN-2024");
    assertEquals(Decision.DISPENSE, verdict.decision());
    assertEquals(80_000, verdict.dose().micrograms());
  }

  @Test
  void theReasonNamesTheDayInBothLanguages() {
    Reason reason = stable().toReview(DAY).by("VN-2024").reasons().getFirst();
    assertTrue(reason.english().contains("2027-03-01"), reason.english());
    assertTrue(reason.vietnamese().contains("2027-03-01"), reason.vietnamese());
  }
}
