package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.DropOuts;
import clinic.mmt.dispenser.app.care.Movements;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Prescribing.NewPrescription;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The rules of treatment at the counter: at the door, at the tap, and the next day. */
class CounterEligibilityTest {

  private static final PatientId PATIENT = new PatientId("P-A");
  private static final Session DOCTOR = Bed.session("S-doctor", Role.PRESCRIBER);

  private final Bed bed = new Bed();
  private final Notes notes = new Notes(bed.house);
  private final DropOuts dropOuts = new DropOuts(bed.house);
  private final Movements movements = new Movements(bed.house);
  private final Prescribing prescribing = new Prescribing(bed.house);

  private <T> T yes(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    return UseCases.yes(answers.getFirst());
  }

  private LocalDate today() {
    return bed.house.calendar().today();
  }

  private void ordered(long milligrams) {
    NewPrescription asked =
        NewPrescription.daily(PATIENT, Mass.ofMilligrams(milligrams), today(), today().plusDays(9));
    this.<PrescriptionId>yes(reply -> prescribing.sign(DOCTOR, Optional.empty(), asked, reply));
  }

  private void tomorrow() {
    bed.wait(Duration.ofHours(24));
  }

  private void consumed() {
    bed.identify("P-A").pour(8500).handOverMeasured();
  }

  /** nobody saw whether it was swallowed; the next day a doctor is first. */
  @Test
  void aDoseInDoubtNeedsADoctorTheNextDayAndThenIsPoured() {
    DoseId dose = bed.identify("P-A").visit();
    bed.pour(8500);
    Bed.done(bed.step(Step.HAND_OVER));
    Bed.done(bed.step(Step.NOT_SEEN, dose));
    assertEquals(Phase.UNCERTAIN, bed.phase(dose));
    tomorrow();
    bed.identify("P-A").empty();
    assertEquals("dose-in-doubt", bed.notice());
    this.<String>yes(
        reply -> notes.release(DOCTOR, PATIENT, Set.of("dose-in-doubt"), "seen", reply));
    bed.identify("P-A").is(Phase.REVIEWING);
    Bed.done(bed.step(Step.POUR));
  }

  /** A part dose of half or more covers the day; less does not (table of ends). */
  @Test
  void aPartDoseCoversTheDayFromOneHalfOn() {
    DoseId dose = bed.identify("P-A").visit();
    bed.pour(8500);
    Bed.done(bed.step(Step.HAND_OVER));
    Bed.done(bed.step(Step.PART_TAKEN, dose, Map.of("permille", "400")));
    tomorrow();
    bed.identify("P-A").empty();
    assertEquals("dose-in-doubt", bed.notice());
  }

  /** Found by the simulated clinic: the next full dose is no step above the part of a dose. */
  @Test
  void aPartThatCoversTheDayIsNoLowerDose() {
    DoseId dose = bed.identify("P-A").visit();
    bed.pour(8500);
    Bed.done(bed.step(Step.HAND_OVER));
    Bed.done(bed.step(Step.PART_TAKEN, dose, Map.of("permille", "600")));
    tomorrow();
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  /** the old order is not poured after four missed days; a new one is. */
  @Test
  void afterFourMissedDaysOnlyANewOrderIsPoured() {
    consumed();
    bed.wait(Duration.ofDays(5));
    bed.identify("P-A").empty();
    assertEquals("missed-reduced", bed.notice());
    ordered(42);
    bed.identify("P-A").is(Phase.REVIEWING);
    assertEquals(42_000, bed.screen.ordered().orElseThrow().dose().micrograms());
  }

  /** a day on which the clinic was closed is missed too, and told as nobody's fault. */
  @Test
  void aMissedDayOnWhichTheClinicWasClosedIsTold() {
    bed.house.calendar().closedOn(Set.of(today().plusDays(1)));
    consumed();
    bed.wait(Duration.ofDays(2));
    bed.identify("P-A").is(Phase.REVIEWING);
    assertTrue(told("closed-days"));
    assertTrue(told("missed-full"), "it is missed for tolerance all the same");
  }

  /** nobody would be there to watch; a doctor who stays releases it. */
  @Test
  void aFirstDoseThatNobodyCouldWatchNeedsADoctorWhoStays() {
    consumed();
    bed.wait(Duration.ofDays(8));
    ordered(20);
    bed.house.calendar().doctorUntil(Optional.of(LocalTime.MIDNIGHT));
    bed.identify("P-A").empty();
    assertEquals("first-dose-late", bed.notice());
    this.<String>yes(
        reply -> notes.release(DOCTOR, PATIENT, Set.of("first-dose-late"), "I stay", reply));
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  /** the ledger knows who is to be followed up. */
  @Test
  void whoStaysAwayForThreeDaysIsFollowedUp() {
    consumed();
    bed.wait(Duration.ofDays(3));
    assertEquals(Optional.empty(), followUp());
    bed.wait(Duration.ofDays(1));
    assertEquals(Optional.of(3), followUp());
  }

  private Optional<Integer> followUp() {
    Entitlement entitlement = new Entitlement(bed.house);
    return bed.read(
        reads -> entitlement.toFollowUp(reads, reads.prescription(PATIENT, today()).orElseThrow()));
  }

  private boolean told(String code) {
    return bed.screen.ordered().orElseThrow().told().stream()
        .anyMatch(r -> r.code().code().equals(code));
  }

  /** The control: three missed days are the full dose, and are told. */
  @Test
  void threeMissedDaysAreToldAndPoured() {
    consumed();
    bed.wait(Duration.ofDays(4));
    bed.identify("P-A").is(Phase.REVIEWING);
    assertTrue(told("missed-full"));
  }

  /** A change reaches the counter at once: between identification and tap. */
  @Test
  void aHoldPlacedInMidVisitStopsTheTap() {
    bed.identify("P-A").is(Phase.REVIEWING);
    String hold =
        this.<String>yes(
            reply ->
                notes.hold(
                    DOCTOR,
                    PATIENT,
                    new Hold("wants to see the patient", Hold.By.DOCTOR),
                    Optional.empty(),
                    reply));
    Bed.refused("held-by-doctor", bed.step(Step.POUR));
    this.<String>yes(reply -> notes.lift(DOCTOR, PATIENT, hold, "seen", reply));
    bed.pour(8500).is(Phase.MEASURED);
  }

  private Answered<String> note(Session by, Movement.Step step, LocalDate day) {
    List<Answered<String>> answers = new ArrayList<>();
    movements.note(by, PATIENT, step, day, answers::add);
    bed.run();
    return answers.getFirst();
  }

  private static final Movement.Step OWN_WISH = new Movement.Left(Movement.Why.OWN_WISH, "");
  private static final Movement.Step AGAIN = new Movement.Admitted(Movement.Source.VOLUNTARY);

  /** who left is not dosed, from the tap on, until a doctor admits again. */
  @Test
  void nobodyIsDosedWhoLeftUntilAdmittedAgain() {
    bed.identify("P-A").is(Phase.REVIEWING);
    UseCases.yes(note(DOCTOR, OWN_WISH, today()));
    Bed.refused("left-care", bed.step(Step.POUR));
    Bed.done(bed.step(Step.LEFT));
    bed.identify("P-A").empty();
    assertEquals("left-care", bed.notice());
    UseCases.yes(note(DOCTOR, AGAIN, today()));
    bed.identify("P-A").is(Phase.REVIEWING);
    bed.pour(8500).is(Phase.MEASURED);
  }

  /** The control: the note of an admission, or of another site, stops nobody. */
  @Test
  void anAdmissionNotedAfterwardsAndAMoveStopNobody() {
    UseCases.yes(note(DOCTOR, AGAIN, today().minusDays(300)));
    UseCases.yes(note(DOCTOR, new Movement.Moved("site 2"), today()));
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
  }

  /** leaving and admission are a doctor's decisions. */
  @Test
  void onlyADoctorNotesMovements() {
    for (Role role : Role.values()) {
      boolean may = role == Role.PRESCRIBER;
      Answered<String> answer =
          note(Bed.session("S-" + role, role), new Movement.Moved("site 2"), today());
      if (may) {
        UseCases.yes(answer);
      } else {
        assertEquals(Optional.of("not-your-function"), UseCases.refused(answer));
      }
    }
  }

  @Test
  void movementsThatCannotBeAreRefusedWithAWayOn() {
    assertEquals(
        Optional.of("movement-to-come"),
        UseCases.refused(note(DOCTOR, OWN_WISH, today().plusDays(1))));
    Movement.Step other = new Movement.Left(Movement.Why.OTHER, "");
    assertEquals(Optional.of("words-missing"), UseCases.refused(note(DOCTOR, other, today())));
    UseCases.yes(note(DOCTOR, AGAIN, today()));
    assertEquals(Optional.of("in-care-already"), UseCases.refused(note(DOCTOR, AGAIN, today())));
    assertEquals(
        Optional.of("movement-before-the-last"),
        UseCases.refused(note(DOCTOR, OWN_WISH, today().minusDays(1))));
    UseCases.yes(note(DOCTOR, OWN_WISH, today()));
    assertEquals(Optional.of("not-in-care"), UseCases.refused(note(DOCTOR, OWN_WISH, today())));
  }

  /** Whoever drank here today did not leave yesterday; leaving today is possible. */
  @Test
  void nobodyLeftBeforeTheLastDoseHere() {
    consumed();
    assertEquals(
        Optional.of("dosed-since-then"),
        UseCases.refused(note(DOCTOR, OWN_WISH, today().minusDays(1))));
    UseCases.yes(note(DOCTOR, OWN_WISH, today()));
    List<Answered<List<Movement>>> noted = new ArrayList<>();
    movements.list(DOCTOR, PATIENT, noted::add);
    bed.run();
    Movement left = UseCases.yes(noted.getFirst()).getFirst();
    assertEquals(today(), left.day());
    assertEquals(DOCTOR.staff(), left.by(), "who noted it");
  }

  /** whoever left is not on the counsellor's list any more. */
  @Test
  void whoLeftIsNotFollowedUp() {
    consumed();
    LocalDate last = today();
    bed.wait(Duration.ofDays(4));
    assertEquals(Optional.of(3), followUp());
    UseCases.yes(note(DOCTOR, new Movement.Left(Movement.Why.TRANSFERRED, ""), last));
    assertEquals(Optional.empty(), followUp());
  }

  private List<Integer> proposed() {
    return bed.read(
        reads ->
            dropOuts.proposals(reads).stream()
                .filter(p -> p.patient().equals(PATIENT)) // the bed has others, away as well
                .map(p -> p.absence().missed())
                .toList());
  }

  private Answered<LocalDate> goesOn(Session by) {
    List<Answered<LocalDate>> answers = new ArrayList<>();
    dropOuts.goesOn(by, PATIENT, "in hospital", answers::add);
    bed.run();
    return answers.getFirst();
  }

  private static final Movement.Step DROPPED_OUT = new Movement.Left(Movement.Why.DROPPED_OUT, "");

  /** at the table's row, not a day before; proposed, never set, and ended by a doctor. */
  @Test
  void afterThirtyMissedDaysADoctorDecidesThatSomebodyDroppedOut() {
    consumed();
    bed.wait(Duration.ofDays(30));
    assertEquals(List.of(), proposed());
    assertEquals(
        Optional.of("not-away-so-long"), UseCases.refused(note(DOCTOR, DROPPED_OUT, today())));
    assertEquals(Optional.of("no-such-proposal"), UseCases.refused(goesOn(DOCTOR)));
    bed.wait(Duration.ofDays(1));
    assertEquals(List.of(30), proposed());
    assertTrue(
        bed.<Boolean>read(reads -> reads.episodes().movements(PATIENT).isEmpty()),
        "nothing is set by the program");
    Session head = Bed.session("S-head", Role.HEAD);
    assertEquals(
        Optional.of("not-your-function"), UseCases.refused(note(head, DROPPED_OUT, today())));
    UseCases.yes(note(DOCTOR, DROPPED_OUT, today()));
    assertEquals(List.of(), proposed());
  }

  /** quiet for this absence only; days missed anew are proposed anew. */
  @Test
  void whoseTreatmentGoesOnIsProposedAgainAfterAnotherAbsence() {
    consumed();
    bed.wait(Duration.ofDays(31));
    Session nurse = Bed.session("S-nurse", Role.DISPENSER);
    assertEquals(Optional.of("not-your-function"), UseCases.refused(goesOn(nurse)));
    assertEquals(today().minusDays(31), UseCases.yes(goesOn(DOCTOR)));
    bed.wait(Duration.ofDays(5));
    assertEquals(List.of(), proposed(), "still the same absence");
    ordered(20);
    bed.identify("P-A").pour(2000).handOverMeasured();
    bed.wait(Duration.ofDays(30));
    assertEquals(List.of(), proposed());
    bed.wait(Duration.ofDays(1));
    assertEquals(List.of(30), proposed());
  }

  /** Who is dosed today has come back, whatever nobody decided. */
  @Test
  void whoCameBackTodayIsNotProposed() {
    consumed();
    bed.wait(Duration.ofDays(35));
    assertEquals(List.of(34), proposed());
    ordered(20);
    bed.identify("P-A").pour(2000).handOverMeasured();
    assertEquals(List.of(), proposed());
  }

  /** The order that is poured is the one that holds at the tap. */
  @Test
  void anOrderChangedInMidVisitIsTheOnePoured() {
    bed.identify("P-A").is(Phase.REVIEWING);
    ordered(75);
    Bed.done(bed.step(Step.POUR));
    assertEquals(
        75_000,
        bed.screen.onScale().orElseThrow().dose().order().orElseThrow().dose().micrograms());
  }

  /** R-30 over other sites: a hospital's dose of today, even unconfirmed. */
  @Test
  void aDoseElsewhereTodayIsTheDoseOfToday() {
    this.<String>yes(
        reply ->
            notes.outside(
                DOCTOR,
                new OutsideDose(
                    notes.nextId(),
                    PATIENT,
                    today(),
                    Mass.ofMilligrams(85),
                    Optional.empty(),
                    DoseDay.Kind.HOSPITAL,
                    new OutsideDose.Confirmation(false, "a ward", "by telephone"),
                    Optional.empty()),
                reply));
    bed.identify("P-A").empty();
    assertEquals("maybe-dosed", bed.notice());
  }
}
