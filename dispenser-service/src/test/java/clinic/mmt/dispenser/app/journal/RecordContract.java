package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.episode.UrineResult.Found;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps for following up and for later reports. */
abstract class RecordContract extends StockDayContract {

  private static final PatientId NOBODY = new PatientId("P-0");

  /** */
  @Test
  void attemptsToGetInTouchAreReadInOrderAndNotedOnce() throws Exception {
    ContactAttempt first = RecordFactSamples.attempt("CA-2");
    ContactAttempt second = RecordFactSamples.attempt("CA-1");
    append(new RecordFact.ContactAttempted(first), new RecordFact.ContactAttempted(second));
    assertEquals(List.of(first, second), read(reads -> contacts(reads, Facts.PATIENT)));
    assertEquals(List.of(), read(reads -> contacts(reads, NOBODY)));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.CONTACT_NOTED_ONCE),
        submitted(new RecordFact.ContactAttempted(first)));
    assertTrue(viewsEqualRebuild(journal));
  }

  private static List<ContactAttempt> contacts(Reads reads, PatientId patient) {
    return reads.episodes().contacts(patient);
  }

  /** completed treatment opens a hand-over, and no other leaving does. */
  @Test
  void aCompletedLeavingOpensAHandOverAndItsStepsAreRead() throws Exception {
    Movement completed = Facts.moved("M-7", new Movement.Left(Movement.Why.COMPLETED, ""));
    Movement wish = Facts.moved("M-8", new Movement.Left(Movement.Why.OWN_WISH, ""));
    append(new Fact.MovementNoted(wish));
    assertEquals(List.of(), afterCare());
    append(new Fact.MovementNoted(completed));
    assertEquals(List.of(care()), afterCare());
    append(RecordFactSamples.noted("M-7", RecordFactSamples.DECIDED));
    append(RecordFactSamples.noted("M-7", RecordFactSamples.SENT));
    append(RecordFactSamples.noted("M-7", RecordFactSamples.ACKNOWLEDGED));
    assertEquals(
        List.of(
            care(
                RecordFactSamples.DECIDED, RecordFactSamples.SENT, RecordFactSamples.ACKNOWLEDGED)),
        afterCare());
    assertTrue(viewsEqualRebuild(journal));
  }

  private static AfterCare care(AfterCare.Step... steps) {
    return new AfterCare("M-7", Facts.PATIENT, Facts.DAY, List.of(steps));
  }

  private List<AfterCare> afterCare() {
    return read(reads -> reads.episodes().afterCare());
  }

  /** Section 8: residence changes are dated; a wrong note of a day is replaced. */
  @Test
  void residencesAreReadByTheirFirstDay() throws Exception {
    LocalDate later = Facts.DAY.plusDays(40);
    Residence moved = RecordFactSamples.residence(later, "00000002");
    Residence right = RecordFactSamples.residence(Facts.DAY, "00000003");
    append(new RecordFact.ResidenceNoted(moved));
    append(new RecordFact.ResidenceNoted(RecordFactSamples.residence(Facts.DAY, "00000001")));
    append(new RecordFact.ResidenceNoted(right));
    assertEquals(
        List.of(right, moved),
        this.<List<Residence>>read(reads -> reads.episodes().residences(Facts.PATIENT)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void sexIsTheOneNotedLast() throws Exception {
    assertEquals(Optional.empty(), sex());
    append(new RecordFact.SexNoted(Facts.PATIENT, Sex.MALE));
    append(new RecordFact.SexNoted(Facts.PATIENT, Sex.FEMALE));
    assertEquals(Optional.of(Sex.FEMALE), sex());
    assertTrue(viewsEqualRebuild(journal));
  }

  private Optional<Sex> sex() {
    return read(reads -> reads.episodes().sex(Facts.PATIENT));
  }

  @Test
  void urineTestsAreReadByDayAndCorrectedUnderTheirId() throws Exception {
    UrineResult wrong = RecordFactSamples.urine("U-2", Facts.DAY, Found.NEGATIVE);
    UrineResult right = RecordFactSamples.urine("U-2", Facts.DAY, Found.POSITIVE);
    UrineResult before = RecordFactSamples.urine("U-9", Facts.DAY.minusDays(30), Found.INVALID);
    append(new RecordFact.UrineTested(wrong), new RecordFact.UrineTested(before));
    append(new RecordFact.UrineTested(right));
    assertEquals(
        List.of(before, right),
        this.<List<UrineResult>>read(reads -> reads.episodes().urine(Facts.PATIENT)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aQuotaIsReplacedForItsDayOnly() throws Exception {
    append(new RecordFact.QuotaSet(RecordFactSamples.quota(250)));
    append(new RecordFact.QuotaSet(RecordFactSamples.quota(200)));
    assertEquals(
        List.of(RecordFactSamples.quota(200)), journal.look(reads -> reads.episodes().quotas()));
    assertTrue(viewsEqualRebuild(journal));
  }

  /** */
  @Test
  void aDayIsClosedOnce() throws Exception {
    append(new RecordFact.DayClosed(RecordFactSamples.close()));
    assertEquals(
        Optional.of(RecordFactSamples.close()),
        journal.look(reads -> reads.episodes().close(Facts.DAY)));
    assertEquals(
        Optional.empty(), journal.look(reads -> reads.episodes().close(Facts.DAY.plusDays(1))));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.DAY_CLOSED_ONCE),
        submitted(new RecordFact.DayClosed(RecordFactSamples.close())));
    assertTrue(viewsEqualRebuild(journal));
  }
}
