package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.DayCloses;
import clinic.mmt.dispenser.app.care.Observations;
import clinic.mmt.dispenser.app.degraded.Openings;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** a day is closed by a named act, and not while somebody is watched. */
class DayCloseCounterTest {

  private static final Session DOCTOR = Bed.session("S-doctor", Role.PRESCRIBER);

  private final Bed bed = new Bed();

  private <T> Answered<T> answer(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    return answers.getFirst();
  }

  private LocalDate today() {
    return bed.house.calendar().today();
  }

  private Answered<DayClose> close(Session by, LocalDate day) {
    return answer(reply -> new DayCloses(bed.house).close(by, day, reply));
  }

  private Optional<String> refused() {
    return UseCases.refused(close(Bed.PHARMACIST, today()));
  }

  private void write(Fact fact) {
    bed.journal.transact(
        new Transaction<>("S-test", Bed.MORNING, reads -> Decision.accept(List.of(fact), true)),
        outcome -> {});
    bed.run();
  }

  @Test
  void aDayIsClosedOnceByWhoeverSaidSoFirst() {
    assertEquals(
        Optional.of("day-to-come"), UseCases.refused(close(Bed.PHARMACIST, today().plusDays(1))));
    Session keeper = Bed.session("S-keeper", Role.STORE_KEEPER);
    assertEquals(Optional.of("not-your-function"), UseCases.refused(close(keeper, today())));
    DayClose first = new DayClose(today(), Bed.PHARMACIST.staff());
    assertEquals(first, UseCases.yes(close(Bed.PHARMACIST, today())));
    long head = bed.journal.head();
    assertEquals(first, UseCases.yes(close(Bed.NURSE, today())));
    assertEquals(head, bed.journal.head(), "nothing is written twice");
  }

  @Test
  void theDayStaysOpenWhileSomebodyIsWatched() {
    bed.identify("P-A");
    DoseId dose = bed.visit();
    bed.pour(8500).handOverMeasured();
    write(
        new Fact.ObservationBegan(
            new Observation(
                "O-1",
                new PatientId("P-A"),
                dose,
                Observation.Cause.OVER_DOSE,
                Bed.MORNING.plusSeconds(60))));
    bed.wait(Duration.ofHours(1));
    assertEquals(Optional.of("close-watched"), refused(), "time alone ends no observation");
    UseCases.yes(
        this.<String>answer(
            reply -> new Observations(bed.house).end(DOCTOR, "O-1", "awake", reply)));
    assertEquals(Optional.empty(), refused());
  }

  @Test
  void theDayStaysOpenWhileACupIsOut() {
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
    assertEquals(Optional.of("close-cup-out"), refused());
    DoseId dose = bed.visit();
    Bed.done(bed.step(Step.HAND_OVER));
    assertEquals(Optional.of("close-cup-out"), refused());
    Bed.done(bed.step(Step.SWALLOWED, dose));
    assertEquals(Optional.empty(), refused());
  }

  @Test
  void theDayStaysOpenWhileADoseIsUnsettled() {
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(2000);
    bed.devices.say(new Watched.PumpLost());
    bed.run().is(Phase.OUTCOME_UNKNOWN);
    assertEquals(Optional.of("close-unsettled"), refused());
    bed.wait(Duration.ofDays(1));
    assertEquals(Optional.of("close-unsettled"), refused(), "of an earlier day as well");
  }

  private Answered<Opening> open() {
    return answer(
        reply ->
            new Openings(bed.house).open(Bed.NURSE, Optional.of(Trace.SIGNED_REGISTER), reply));
  }

  /** The value of the profile is 2 days; one act, closing the day, is the way on. */
  @Test
  void aDayThatNobodyClosedStopsAnOpeningAfterTwoDays() {
    LocalDate first = today();
    UseCases.yes(open());
    bed.wait(Duration.ofDays(1));
    UseCases.yes(open());
    bed.wait(Duration.ofDays(1));
    UseCases.yes(open());
    bed.wait(Duration.ofDays(1));
    assertEquals(Optional.of("day-not-closed"), UseCases.refused(open()));
    UseCases.yes(close(Bed.NURSE, first));
    UseCases.yes(open());
  }

  @Test
  void aLaterCloseSettlesTheDaysBefore() {
    UseCases.yes(open());
    bed.wait(Duration.ofDays(1));
    UseCases.yes(open());
    bed.wait(Duration.ofDays(5));
    assertEquals(Optional.of("day-not-closed"), UseCases.refused(open()));
    UseCases.yes(close(Bed.NURSE, today().minusDays(5)));
    UseCases.yes(open());
  }

  @Test
  void whereNoDayIsOpenedNoneHasToBeClosed() { // the control
    bed.wait(Duration.ofDays(9));
    UseCases.yes(open());
  }
}
