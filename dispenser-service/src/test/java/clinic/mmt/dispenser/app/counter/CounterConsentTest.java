package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.identity.Consents;
import clinic.mmt.dispenser.app.identity.FingerTasks;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.identity.FingerConsent.Answer;
import clinic.mmt.dispenser.domain.identity.FingerTask;
import clinic.mmt.dispenser.domain.identity.Identification.Method;
import clinic.mmt.dispenser.domain.identity.NoReadLimit;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * who refuses fingerprints is known by card and photo, by one dispenser, and not counted.
 */
class CounterConsentTest {

  private static final PatientId PATIENT = new PatientId("P-A");
  private static final Session DOCTOR = Bed.session("S-doctor", Role.PRESCRIBER);

  private final Bed bed = new Bed();
  private final FakePeople people = (FakePeople) bed.house.people();
  private final Consents consents = new Consents(bed.house);
  private final FingerTasks tasks = new FingerTasks(bed.house);

  private Answered<FingerConsent> say(Answer answer) {
    List<Answered<FingerConsent>> answers = new ArrayList<>();
    consents.note(Bed.NURSE, PATIENT, answer, "2026-01", answers::add);
    bed.run();
    assertEquals(1, answers.size(), "one answer");
    return answers.getFirst();
  }

  private void said(Answer answer) {
    assertInstanceOf(Answered.Yes.class, say(answer));
  }

  private static void refused(String code, Answered<?> answer) {
    assertEquals(code, assertInstanceOf(Answered.No.class, answer).refusal().code());
  }

  private Reply confirm() {
    bed.counter.resolveIdentity(Bed.NURSE, Optional.empty(), Optional.empty(), bed.replies::add);
    bed.run();
    return bed.replies.getLast();
  }

  private NoReadLimit.Counted counted() {
    return bed.read(r -> r.identity().noReadExceptions(PATIENT, Bed.DAY, DosePart.WHOLE));
  }

  @Test
  void whoRefusesIsKnownByCardAndPhotoByOneDispenserAndNotCounted() {
    said(Answer.REFUSED);
    bed.card("P-A").empty();
    assertEquals(Snapshot.Stage.PHOTO, bed.screen.stage());
    assertTrue(bed.devices.fingers.isEmpty(), "no finger is asked for");
    Bed.done(confirm());
    bed.is(Phase.REVIEWING);
    assertEquals(
        Method.CARD_AND_PHOTO, bed.screen.onScale().orElseThrow().dose().identification().method());
    assertEquals(new NoReadLimit.Counted(0, 0), counted());
  }

  @Test
  void theSameHoldsAtTheHandOver() {
    said(Answer.REFUSED);
    bed.card("P-A");
    Bed.done(confirm());
    bed.pour(8500).card("P-A");
    assertEquals(Snapshot.Stage.PHOTO, bed.screen.stage());
    Bed.done(confirm());
    Bed.done(bed.step(Step.HAND_OVER));
  }

  @Test
  void aWithdrawalDeletesTheTemplatesAndIsARefusalFromThenOn() {
    said(Answer.GIVEN);
    assertTrue(people.erased.isEmpty());
    bed.card("P-A");
    assertEquals(Snapshot.Stage.FINGER, bed.screen.stage());
    bed.counter.cancelIdentification();
    bed.run();
    said(Answer.WITHDRAWN);
    assertTrue(people.erased.contains(PATIENT));
    bed.card("P-A");
    assertEquals(Snapshot.Stage.PHOTO, bed.screen.stage());
  }

  @Test
  void whereTemplatesCannotBeDeletedNothingIsOnRecordAndTheSameIsAskedAgain() {
    said(Answer.GIVEN);
    people.eraseFails = true;
    assertInstanceOf(Answered.Failed.class, say(Answer.WITHDRAWN));
    assertTrue(FingerConsent.isGiven(bed.read(r -> r.identity().consent(PATIENT))));
    people.eraseFails = false;
    said(Answer.WITHDRAWN);
  }

  @Test
  void whatIsRefusedDeletesNothing() {
    refused("no-consent-given", say(Answer.WITHDRAWN));
    said(Answer.GIVEN);
    refused("consent-was-given", say(Answer.REFUSED));
    refused("consent-on-record", say(Answer.GIVEN));
    assertTrue(people.erased.isEmpty());
  }

  @Test
  void aStoreKeeperAsksNobodyForConsentAndNobodyUnknownIsAsked() {
    List<Answered<FingerConsent>> answers = new ArrayList<>();
    Session keeper = Bed.session("S-keeper", Role.STORE_KEEPER);
    consents.note(keeper, PATIENT, Answer.REFUSED, "2026-01", answers::add);
    consents.note(Bed.NURSE, new PatientId("P-no"), Answer.REFUSED, "2026-01", answers::add);
    bed.run();
    refused("not-your-function", answers.getFirst());
    refused("not-registered", answers.getLast());
    assertTrue(people.erased.isEmpty());
  }

  /** Without a photo one person compares with nothing: a second signs, and it is counted. */
  @Test
  void withoutAPhotoOnRecordOnePersonIsNotEnough() {
    said(Answer.REFUSED);
    people.photo = Bytes.EMPTY;
    bed.card("P-A");
    assertEquals(Snapshot.Stage.NO_READ, bed.screen.stage());
    assertEquals("photo-missing", bed.notice());
    Bed.refused("say-why-no-read", confirm());
  }

  /** Control: who was never asked and has no finger is an exception, not the equal path. */
  @Test
  void whoWasNeverAskedIsNoRefusal() {
    people.erased.add(PATIENT);
    bed.card("P-A");
    assertEquals(Snapshot.Stage.NO_READ, bed.screen.stage());
    assertEquals("no-read", bed.notice());
  }

  private void passedOver(LocalDate day, int times) {
    for (int i = 0; i < times; i++) {
      Fact fact = Fact.IdentityAttempted.exception(Bed.STATION, PATIENT, day, DosePart.WHOLE);
      bed.journal.transact(
          new Transaction<>("S-x", Bed.MORNING, reads -> Decision.accept(List.of(fact), true)),
          outcome -> {});
    }
    bed.run();
  }

  private List<FingerTask> listed() {
    return bed.<List<FingerTask>>read(
        reads -> tasks.list(reads).stream().map(FingerTasks.Listed::task).toList());
  }

  private Answered<LocalDate> review(Session by) {
    List<Answered<LocalDate>> answers = new ArrayList<>();
    tasks.reviewed(by, PATIENT, "thợ hồ, da mòn", answers::add);
    bed.run();
    return answers.getFirst();
  }

  /** thirty days, today counted; the day before them counts no more. */
  @Test
  void exceptionsOfThirtyDaysMakeATaskAndADoctorsLookEndsTheReview() {
    passedOver(Bed.DAY.minusDays(30), 5);
    passedOver(Bed.DAY.minusDays(29), 2);
    assertEquals(List.of(), listed());
    refused("no-finger-task", review(DOCTOR));
    passedOver(Bed.DAY, 1);
    assertEquals(List.of(FingerTask.ENROL_AGAIN), listed());
    passedOver(Bed.DAY, 3);
    assertEquals(List.of(FingerTask.DOCTOR_REVIEW), listed());
    refused("not-your-function", review(Bed.NURSE));
    assertInstanceOf(Answered.Yes.class, review(DOCTOR));
    assertEquals(List.of(FingerTask.ENROL_AGAIN), listed());
    said(Answer.REFUSED);
    assertEquals(List.of(), listed(), "no finger to enrol");
  }
}
