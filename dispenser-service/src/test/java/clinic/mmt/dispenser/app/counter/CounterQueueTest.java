package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.AddedDoses;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Prescribing.NewPrescription;
import clinic.mmt.dispenser.app.door.Arrivals;
import clinic.mmt.dispenser.app.door.DayQueue;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Queue;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Standing;
import clinic.mmt.dispenser.domain.queue.Waits;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** not fit, sent to the doctor, and back. */
class CounterQueueTest {

  private static final PatientId A = new PatientId("P-A");
  private static final PatientId B = new PatientId("P-B");
  private static final Session DOCTOR = Bed.session("S-doctor", Role.PRESCRIBER);
  private static final Session CLERK = Bed.session("S-clerk", Role.ADMINISTRATOR);

  private final Bed bed = new Bed();
  private final Notes notes = new Notes(bed.house);
  private final Arrivals arrivals = new Arrivals(bed.house);

  private <T> T yes(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    return UseCases.yes(answers.getFirst());
  }

  private void arrive(PatientId patient) {
    this.<Arrivals.Arrived>yes(
        reply ->
            arrivals.arrive(
                "door", new Arrivals.Coming(patient, Arrival.How.CARD, Optional.empty()), reply));
  }

  private void release(String code) {
    this.<String>yes(reply -> notes.release(DOCTOR, A, Set.of(code), "seen", reply));
  }

  private Queue queue() {
    return bed.journal.look(new DayQueue(bed.house)::today).queue();
  }

  private static List<PatientId> who(List<Standing> some) {
    return some.stream().map(s -> s.who().patient()).toList();
  }

  private Waits waits(PatientId patient) {
    return queue().next().stream()
        .filter(s -> s.who().patient().equals(patient))
        .findFirst()
        .orElseThrow()
        .waits();
  }

  private DoseId notFit() {
    DoseId dose = bed.identify("P-A").visit();
    Bed.done(bed.step(Step.NOT_FIT));
    bed.empty();
    return dose;
  }

  /** The place is kept, and whoever waits comes up again at the hour, not before. */
  @Test
  void notFitKeepsThePlaceAndIsDosedLaterTheSameDay() {
    arrive(A);
    arrive(B);
    DoseId dose = notFit();
    assertEquals(Phase.WAITING, bed.phase(dose));
    assertEquals(List.of(A, B), who(queue().next()));
    assertInstanceOf(Waits.Until.class, waits(A));
    bed.wait(Duration.ofMinutes(30).minusMillis(1));
    assertInstanceOf(Waits.Until.class, waits(A));
    bed.wait(Duration.ofMillis(1));
    assertInstanceOf(Waits.Ready.class, waits(A));
    bed.identify("P-A").pour(8500).handOverMeasured();
    assertEquals(List.of(A), who(queue().dosed()));
    assertEquals(List.of(B), who(queue().next()));
  }

  /** A second time on one day a doctor comes first, and no counter pours before. */
  @Test
  void notFitTwiceGoesToTheDoctorWhoReleases() {
    arrive(B);
    arrive(A);
    notFit();
    bed.wait(Duration.ofMinutes(30));
    DoseId dose = notFit();
    assertEquals(Phase.REFERRED, bed.phase(dose));
    assertEquals(List.of(A), who(queue().doctor()));
    bed.identify("P-A").empty();
    assertEquals("sent-to-doctor", bed.notice());
    release("sent-to-doctor");
    assertEquals(List.of(A, B), who(queue().next()), "back, and in front");
    bed.identify("P-A").pour(8500).handOverMeasured();
  }

  /** The count is of one day. */
  @Test
  void notFitOnTwoDaysIsNotTwice() {
    notFit();
    bed.wait(Duration.ofHours(24));
    assertEquals(Phase.WAITING, bed.phase(notFit()));
  }

  /** A release is for what was seen: found not fit once more, a doctor comes first once more. */
  @Test
  void afterTheDoctorsReleaseNotFitAgainIsTheDoctorsAgain() {
    notFit();
    notFit();
    release("sent-to-doctor");
    DoseId dose = notFit();
    assertEquals(Phase.REFERRED, bed.phase(dose));
    bed.identify("P-A").empty();
    assertEquals("sent-to-doctor", bed.notice());
  }

  private void callDoctor() {
    DoseId dose = bed.identify("P-A").visit();
    Bed.done(bed.step(Step.CALL_DOCTOR, dose, Map.of("reason", "unsteady")));
  }

  @Test
  void whomACounterSentIsNotPouredBeforeADoctorHasSeenThem() {
    arrive(B);
    callDoctor();
    assertEquals(List.of(A), who(queue().doctor()), "also without a number");
    assertEquals("unsteady", queue().doctor().getFirst().who().desk().why());
    bed.identify("P-A").empty();
    assertEquals("sent-to-doctor", bed.notice());
    NewPrescription order =
        NewPrescription.daily(A, Mass.ofMilligrams(75), Bed.DAY, Bed.DAY.plusDays(9));
    this.<Object>yes(
        reply ->
            new Prescribing(bed.house)
                .sign(DOCTOR, Optional.empty(), order, answer -> reply.accept(any(answer))));
    bed.identify("P-A").is(Phase.REVIEWING);
    Bed.done(bed.step(Step.POUR));
  }

  private static <T> Answered<Object> any(Answered<T> answer) {
    return new Answered.Yes<>(UseCases.yes(answer));
  }

  /** A doctor who lifts a doctor's hold has seen the patient; a clerk's note says nothing. */
  @Test
  void onlyADoctorsHoldThatIsLiftedBringsSomebodyBack() {
    String clerks = held(CLERK, Hold.By.ADMINISTRATION);
    String doctors = held(DOCTOR, Hold.By.DOCTOR);
    this.<String>yes(reply -> notes.lift(DOCTOR, A, doctors, "first", reply));
    callDoctor();
    this.<String>yes(reply -> notes.lift(CLERK, A, clerks, "done", reply));
    bed.identify("P-A").empty();
    String again = held(DOCTOR, Hold.By.DOCTOR);
    this.<String>yes(reply -> notes.lift(DOCTOR, A, again, "seen", reply));
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  private String held(Session by, Hold.By function) {
    return this.yes(
        reply -> notes.hold(by, A, new Hold("a reason", function), Optional.empty(), reply));
  }

  /** A second dose of the day waits for the doctor too, and its order brings somebody back. */
  @Test
  void aSecondDoseThatWasOrderedIsInFrontAndWaitsForTheDoctorLikeTheFirst() {
    arrive(B);
    DoseId first = bed.identify("P-A").visit();
    bed.pour(8500).handOverMeasured();
    Bed.done(bed.step(Step.VOMITED, first, Map.of("minutes", "20", "seenBy", "staff")));
    assertEquals(List.of(A), who(queue().dosed()));
    orderedAgain(first);
    assertEquals(List.of(A, B), who(queue().next()));
    callDoctor();
    bed.identify("P-A").empty();
    assertEquals("sent-to-doctor", bed.notice());
    assertEquals(List.of(A), who(queue().doctor()));
    orderedAgain(first);
    bed.identify("P-A").pour(4200).handOverMeasured();
    assertEquals(List.of(A), who(queue().dosed()));
  }

  private void orderedAgain(DoseId first) {
    AddedDoses.Asked asked =
        new AddedDoses.Asked(A, first, AddedDose.Kind.REPLACEMENT, Mass.ofMilligrams(42), "seen");
    this.<String>yes(
        reply -> new AddedDoses(bed.house).order(DOCTOR, Optional.empty(), asked, reply));
  }

  /** Somebody else's referral stops nobody else. */
  @Test
  void onlyWhoWasSentWaits() {
    callDoctor();
    bed.identify("P-B").is(Phase.REVIEWING);
    assertTrue(queue().doctor().stream().noneMatch(s -> s.who().patient().equals(B)));
  }
}
