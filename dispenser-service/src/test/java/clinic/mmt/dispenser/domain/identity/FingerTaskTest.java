package clinic.mmt.dispenser.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.profile.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** after three exceptions enrol again, after six a doctor looks. */
class FingerTaskTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, -",
    "2, 2, -",
    "3, 3, ENROL_AGAIN",
    "5, 5, ENROL_AGAIN",
    "6, 6, DOCTOR_REVIEW",
    "9, 9, DOCTOR_REVIEW",
    // After the doctor looked the fingers are still to be enrolled again.
    "6, 0, ENROL_AGAIN",
    "9, 5, ENROL_AGAIN",
    "12, 6, DOCTOR_REVIEW"
  })
  void whatManyExceptionsAskFor(int times, int sinceReview, String task) {
    assertEquals(
        task,
        FingerTask.of(times, sinceReview, Profile.vietnamDraft().noReads())
            .map(Enum::name)
            .orElse("-"));
  }
}
