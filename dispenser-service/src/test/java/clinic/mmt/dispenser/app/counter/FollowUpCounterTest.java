package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.AfterCares;
import clinic.mmt.dispenser.app.care.DropOuts;
import clinic.mmt.dispenser.app.care.FollowUps;
import clinic.mmt.dispenser.app.care.FollowUps.Attempt;
import clinic.mmt.dispenser.app.care.Movements;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Prescribing.NewPrescription;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt.How;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who stays away and who completed: the counsellor's list and after-care. */
class FollowUpCounterTest {

  private static final PatientId PATIENT = new PatientId("P-A");
  private static final Session DOCTOR = Bed.session("S-doctor", Role.PRESCRIBER);
  private static final Session HEAD = Bed.session("S-head", Role.HEAD);
  private static final Movement.Step COMPLETED = new Movement.Left(Movement.Why.COMPLETED, "");

  private final Bed bed = new Bed();
  private final FollowUps followUps = new FollowUps(bed.house);
  private final AfterCares handOvers = new AfterCares(bed.house);
  private final Movements movements = new Movements(bed.house);

  private <T> Answered<T> answer(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    return answers.getFirst();
  }

  private LocalDate today() {
    return bed.house.calendar().today();
  }

  private List<FollowUps.Listed> listed() {
    return bed.read(
        reads -> followUps.list(reads).stream().filter(l -> l.patient().equals(PATIENT)).toList());
  }

  private List<Integer> missed() {
    return listed().stream().map(l -> l.absence().missed()).toList();
  }

  /** The order of the bed lasts until the 29th day after the first one. */
  private void awayUntilTheOrderRanOut() {
    bed.identify("P-A").pour(8500).handOverMeasured();
    bed.wait(Duration.ofDays(29));
    assertEquals(List.of(28), missed(), "the control: the order holds");
    assertTrue(listed().getFirst().orderHolds());
    bed.wait(Duration.ofDays(1));
  }

  @Test
  void whoseOrderRanOutWhileAwayStaysOnTheList() {
    awayUntilTheOrderRanOut();
    assertEquals(List.of(29), missed());
    assertEquals(List.of(false), listed().stream().map(FollowUps.Listed::orderHolds).toList());
    bed.wait(Duration.ofDays(60));
    assertEquals(List.of(89), missed());
  }

  @Test
  void whoIsDosedIsOffTheList() {
    awayUntilTheOrderRanOut();
    NewPrescription asked =
        NewPrescription.daily(PATIENT, Mass.ofMilligrams(20), today(), today().plusDays(1));
    UseCases.yes(
        this.<PrescriptionId>answer(
            reply -> new Prescribing(bed.house).sign(DOCTOR, Optional.empty(), asked, reply)));
    assertEquals(List.of(29), missed(), "an order alone doses nobody");
    bed.identify("P-A").pour(2000).handOverMeasured();
    assertEquals(List.of(), missed());
    bed.wait(Duration.ofDays(3));
    assertEquals(List.of(), missed(), "two days missed, and the new order has run out too");
    bed.wait(Duration.ofDays(1));
    assertEquals(List.of(3), missed());
  }

  @Test
  void whoLeftIsOffTheList() {
    awayUntilTheOrderRanOut();
    UseCases.yes(left(new Movement.Left(Movement.Why.IMPRISONED, "")));
    assertEquals(List.of(), missed());
  }

  private Answered<String> left(Movement.Step step) {
    return answer(reply -> movements.note(DOCTOR, PATIENT, step, today(), reply));
  }

  @Test
  void whoseAbsenceIsDecidedIsOffTheList() {
    awayUntilTheOrderRanOut();
    bed.wait(Duration.ofDays(1));
    assertEquals(List.of(30), missed());
    UseCases.yes(
        this.<LocalDate>answer(
            reply -> new DropOuts(bed.house).goesOn(DOCTOR, PATIENT, "in hospital", reply)));
    assertEquals(List.of(), missed());
  }

  private Answered<String> tried(LocalDate day, How how, String words) {
    Attempt attempt = new Attempt(PATIENT, day, how, false, words);
    return answer(reply -> followUps.tried(Bed.NURSE, attempt, reply));
  }

  @Test
  void attemptsOfThisAbsenceStandOnTheList() {
    UseCases.yes(tried(Bed.DAY, How.PHONE, "before the absence"));
    bed.identify("P-A").pour(8500).handOverMeasured();
    bed.wait(Duration.ofDays(4));
    assertEquals(List.of(), listed().getFirst().attempts());
    UseCases.yes(tried(today().minusDays(1), How.FAMILY, ""));
    UseCases.yes(tried(today(), How.VISIT, "nobody at home"));
    assertEquals(
        List.of(How.FAMILY, How.VISIT),
        listed().getFirst().attempts().stream().map(a -> a.how()).toList());
    assertEquals(Bed.NURSE.staff(), listed().getFirst().attempts().getFirst().by());
  }

  @Test
  void anAttemptThatCannotBeIsRefusedWithAWayOn() {
    assertEquals(
        Optional.of("day-to-come"), UseCases.refused(tried(today().plusDays(1), How.PHONE, "")));
    assertEquals(
        Optional.of("contact-needs-words"), UseCases.refused(tried(today(), How.OTHER, " ")));
    Attempt stranger = new Attempt(new PatientId("P-Z"), today(), How.PHONE, true, "");
    assertEquals(
        Optional.of("not-registered"),
        UseCases.refused(
            this.<String>answer(reply -> followUps.tried(Bed.NURSE, stranger, reply))));
  }

  private List<AfterCares.Listed> open() {
    return bed.read(handOvers::open);
  }

  private Answered<String> noted(Session by, String leaving, AfterCare.Step step) {
    return answer(reply -> handOvers.note(by, leaving, step, reply));
  }

  @Test
  void completedTreatmentIsHandedOverAndAcknowledged() {
    assertEquals(List.of(), open());
    String leaving = UseCases.yes(left(COMPLETED));
    LocalDate day = today();
    AfterCare.Step decided = new AfterCare.Decided("QĐ 7", day.minusDays(3), "commune 1");
    assertEquals(1, open().size());
    assertEquals(
        Optional.of("not-your-function"), UseCases.refused(noted(Bed.NURSE, leaving, decided)));
    assertEquals(Optional.of("no-such-hand-over"), UseCases.refused(noted(HEAD, "mov-0", decided)));
    assertEquals(
        Optional.of("hand-over-not-decided"),
        UseCases.refused(noted(HEAD, leaving, new AfterCare.Sent(day))));
    UseCases.yes(noted(HEAD, leaving, decided));
    AfterCare.Step received = new AfterCare.Acknowledged(day, "the health station");
    assertEquals(
        Optional.of("hand-over-not-sent"), UseCases.refused(noted(DOCTOR, leaving, received)));
    assertEquals(
        Optional.of("hand-over-before-the-last"),
        UseCases.refused(noted(DOCTOR, leaving, new AfterCare.Sent(day.minusDays(4)))));
    UseCases.yes(noted(DOCTOR, leaving, new AfterCare.Sent(day)));
    assertEquals(
        Optional.of("day-to-come"),
        UseCases.refused(noted(DOCTOR, leaving, new AfterCare.Acknowledged(day.plusDays(1), "x"))));
    UseCases.yes(noted(DOCTOR, leaving, received));
    assertEquals(List.of(), open());
    assertEquals(
        Optional.of("hand-over-acknowledged"), UseCases.refused(noted(DOCTOR, leaving, decided)));
  }

  /** The value of the profile is 14 days. */
  @Test
  void nothingHeardForSoLongIsOverdue() {
    UseCases.yes(left(COMPLETED));
    bed.wait(Duration.ofDays(14));
    assertEquals(List.of(false), open().stream().map(AfterCares.Listed::overdue).toList());
    bed.wait(Duration.ofDays(1));
    assertEquals(List.of(true), open().stream().map(AfterCares.Listed::overdue).toList());
  }

  /** A leaving noted by mistake is set right by an admission; nothing is owed then. */
  @Test
  void whoIsAdmittedAgainIsHandedOverNowhere() {
    String leaving = UseCases.yes(left(COMPLETED));
    UseCases.yes(left(new Movement.Admitted(Movement.Source.VOLUNTARY)));
    assertEquals(List.of(), open());
    assertEquals(
        Optional.of("no-such-hand-over"),
        UseCases.refused(noted(HEAD, leaving, new AfterCare.Decided("1", today(), "commune 1"))));
  }

  @Test
  void noOtherLeavingOpensAHandOver() {
    UseCases.yes(left(new Movement.Left(Movement.Why.OWN_WISH, "")));
    assertEquals(List.of(), open());
  }
}
