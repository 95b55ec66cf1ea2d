package clinic.mmt.dispenser.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.identity.FingerConsent.Answer;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** consent to fingerprints is separate, recorded and withdrawable. */
class FingerConsentTest {

  private static FingerConsent said(String answer, String form) {
    return new FingerConsent(
        new PatientId("P-1"),
        Answer.valueOf(answer),
        form,
        LocalDate.of(2026, 3, 2),
        new StaffId("S-1"));
  }

  @ParameterizedTest
  @CsvSource({
    // on record, what is said, why not
    "-, GIVEN, -",
    "-, REFUSED, -",
    "-, WITHDRAWN, NOTHING_GIVEN",
    "GIVEN, GIVEN, ALREADY_ON_RECORD",
    "GIVEN, REFUSED, WAS_GIVEN",
    "GIVEN, WITHDRAWN, -",
    "REFUSED, GIVEN, -",
    "REFUSED, REFUSED, ALREADY_ON_RECORD",
    "REFUSED, WITHDRAWN, NOTHING_GIVEN",
    "WITHDRAWN, GIVEN, -",
    "WITHDRAWN, REFUSED, ALREADY_ON_RECORD",
    "WITHDRAWN, WITHDRAWN, NOTHING_GIVEN"
  })
  void whatMayFollowWhatIsOnRecord(String before, String now, String fault) {
    Optional<FingerConsent> latest =
        before.equals("-") ? Optional.empty() : Optional.of(said(before, "2026-01"));
    String found = said(now, "2026-01").faultAfter(latest).map(Enum::name).orElse("-");
    assertEquals(fault, found);
  }

  @Test
  void aNewWordingOfTheFormIsAgreedToAnew() {
    Optional<FingerConsent> old = Optional.of(said("GIVEN", "2026-01"));
    assertEquals(Optional.empty(), said("GIVEN", "2026-02").faultAfter(old));
  }

  @Test
  void nobodyIsTakenToHaveAgreedOrRefusedWhoWasNotAsked() {
    assertFalse(FingerConsent.isGiven(Optional.empty()));
    assertFalse(FingerConsent.isRefused(Optional.empty()));
    assertTrue(FingerConsent.isGiven(Optional.of(said("GIVEN", "1"))));
    assertFalse(FingerConsent.isRefused(Optional.of(said("GIVEN", "1"))));
    assertTrue(FingerConsent.isRefused(Optional.of(said("REFUSED", "1"))));
    assertTrue(FingerConsent.isRefused(Optional.of(said("WITHDRAWN", "1"))));
    assertFalse(FingerConsent.isGiven(Optional.of(said("WITHDRAWN", "1"))));
  }

  @Test
  void aConsentSaysNothingInALog() {
    assertEquals("FingerConsent[•••]", said("REFUSED", "2026-01").toString());
  }
}
