package clinic.mmt.dispenser.app.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.eligibility.ReasonCode;
import org.junit.jupiter.api.Test;

/** Reasons on a wall are coarse. */
class DoctorWhyTest {

  private static DoctorWhy of(String code) {
    return DoctorWhy.of(Refusal.of(code, "", "text", "way on"));
  }

  @Test
  void aRareReasonHasNoGroupOfItsOwn() {
    assertEquals(DoctorWhy.OTHER, of(ReasonCode.TAPER_IN_PREGNANCY.code()));
    assertEquals(DoctorWhy.OTHER, of(ReasonCode.CONSENT_MISSING.code()));
    assertEquals(DoctorWhy.OTHER, of("a-code-to-come"));
  }

  @Test
  void theFrequentOnesAreTold() {
    assertEquals(DoctorWhy.ABSENCE, of(ReasonCode.MISSED_REVIEW.code()));
    assertEquals(DoctorWhy.ORDER, of("no-prescription-today"));
    assertEquals(DoctorWhy.FITNESS, of(ReasonCode.SENT_TO_DOCTOR.code()));
    assertEquals(DoctorWhy.HOLD, of(ReasonCode.HELD_BY_DOCTOR.code()));
    assertEquals(DoctorWhy.DOUBT, of(ReasonCode.DOSE_IN_DOUBT.code()));
  }
}
