package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.IdentityReads.OfPerson;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.IdentityFact;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of consent to fingerprints and of fingers that are passed over. */
abstract class IdentityContract extends PackContract {

  private static final PatientId OTHER = new PatientId("P-0001");

  private static IdentityFact.FingerConsentNoted said(FingerConsent.Answer answer) {
    return new IdentityFact.FingerConsentNoted(
        new FingerConsent(Facts.PATIENT, answer, "2026-01", Facts.DAY, Facts.PHARMACIST));
  }

  @Test
  void consentIsReadInOrderAndTheLatestHolds() throws Exception {
    assertEquals(Optional.empty(), read(r -> r.identity().consent(Facts.PATIENT)));
    IdentityFact.FingerConsentNoted given = said(FingerConsent.Answer.GIVEN);
    IdentityFact.FingerConsentNoted withdrawn = said(FingerConsent.Answer.WITHDRAWN);
    append(given);
    append(withdrawn);
    assertEquals(
        List.of(given.consent(), withdrawn.consent()),
        read(r -> r.identity().consents(Facts.PATIENT)));
    assertEquals(Optional.of(withdrawn.consent()), read(r -> r.identity().consent(Facts.PATIENT)));
    assertEquals(List.of(), read(r -> r.identity().consents(OTHER)));
    assertTrue(viewsEqualRebuild(journal));
  }

  private static Fact exception(PatientId patient, LocalDate day, DosePart part) {
    return Fact.IdentityAttempted.exception(Facts.STATION, patient, day, part);
  }

  @Test
  void passedOverFingersAreCountedOverDaysAndSinceTheReview() throws Exception {
    LocalDate day = Facts.DAY;
    append(exception(Facts.PATIENT, day.minusDays(1), DosePart.WHOLE));
    append(exception(Facts.PATIENT, day, DosePart.WHOLE), exception(OTHER, day, DosePart.LATER));
    append(exception(Facts.PATIENT, day, DosePart.WHOLE));
    assertEquals(
        List.of(new OfPerson(OTHER, 1, 1, day), new OfPerson(Facts.PATIENT, 3, 3, day)),
        since(day.minusDays(1)));
    append(
        new IdentityFact.FingersReviewed(
            Facts.PATIENT, day.minusDays(1), Facts.PHARMACIST, "words"));
    assertEquals(
        List.of(new OfPerson(OTHER, 1, 1, day), new OfPerson(Facts.PATIENT, 3, 2, day)),
        since(day.minusDays(1)));
    assertEquals(
        List.of(new OfPerson(OTHER, 1, 1, day), new OfPerson(Facts.PATIENT, 2, 2, day)),
        since(day));
    append(new IdentityFact.FingersReviewed(Facts.PATIENT, day, Facts.PHARMACIST, "words"));
    assertEquals(new OfPerson(Facts.PATIENT, 2, 0, day), since(day).getLast());
    assertEquals(List.of(), since(day.plusDays(1)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void anEnrolmentIsCompletedOnceAndTheLatestCounts() throws Exception { // H104
    Enrolment first = Facts.enrolment("E-1");
    append(new IdentityFact.EnrolmentCompleted(first));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ENROLMENT_COMPLETED_ONCE),
        submitted(new IdentityFact.EnrolmentCompleted(first)));
    Enrolment second = Facts.enrolment("E-2");
    append(new IdentityFact.EnrolmentCompleted(second));
    assertEquals(Optional.of(first), read(r -> r.identity().enrolment("E-1")));
    assertEquals(Optional.of(second), read(r -> r.identity().latestEnrolment(Facts.PATIENT)));
    assertEquals(Optional.empty(), read(r -> r.identity().latestEnrolment(OTHER)));
    assertEquals(Optional.empty(), read(r -> r.identity().enrolment("E-3")));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void fingersEnrolledAgainBeginTheCountAnew() throws Exception {
    append(exception(Facts.PATIENT, Facts.DAY, DosePart.WHOLE));
    assertEquals(1, since(Facts.DAY).size(), "the control");
    append(new IdentityFact.EnrolmentCompleted(Facts.enrolment("E-1")));
    assertEquals(List.of(), since(Facts.DAY));
    append(exception(Facts.PATIENT, Facts.DAY.plusDays(1), DosePart.WHOLE));
    assertEquals(1, since(Facts.DAY).getFirst().times());
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aDoubtIsOfOneDayUntilItIsLifted() throws Exception { // identity policy, rule 5
    append(attempt("mismatch", Map.of("score", "3")));
    assertFalse(inDoubt(Facts.DAY), "entries of before name no day");
    append(attempt("mismatch", Map.of("day", Facts.DAY.toString())));
    assertTrue(inDoubt(Facts.DAY));
    assertFalse(inDoubt(Facts.DAY.plusDays(1)));
    append(attempt("match", Map.of()));
    assertTrue(inDoubt(Facts.DAY));
    append(attempt("doubt-lifted", Map.of()));
    assertFalse(inDoubt(Facts.DAY));
    assertTrue(viewsEqualRebuild(journal));
  }

  private static Fact attempt(String outcome, Map<String, String> detail) {
    return new Fact.IdentityAttempted(Facts.STATION, outcome, Optional.of(Facts.PATIENT), detail);
  }

  private boolean inDoubt(LocalDate day) {
    return this.<Boolean>read(r -> r.identity().inDoubt(Facts.PATIENT, day));
  }

  private List<OfPerson> since(LocalDate first) {
    return read(r -> r.identity().noReadsSince(first));
  }
}
