package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.counter.Reply;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.counter.Step;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has a cup in the hand, and how that ends. */
final class Drinkers {

  /** Less than is missing of any dose that a part was taken of; sometimes more than that. */
  private static final int MISSING_MILLIGRAMS = 10;

  private static final long DRINK_NANOS = 5 * Clinic.SECOND / 2;

  private final Attendant at;
  private final Clinic clinic;
  private Optional<Visit> drinking = Optional.empty();
  private long sinceNanos;

  Drinkers(Attendant at) {
    this.at = at;
    this.clinic = at.clinic;
  }

  boolean none() {
    return drinking.isEmpty();
  }

  /** The product said that the cup may go to this person, who takes and drinks it. */
  void handOver(Visit v) {
    v.inHand = v.inHand.or(at.station.table::lift);
    v.reaching.ifPresent(
        other -> v.inHand.ifPresent(c -> clinic.judge.handed(v.doseOf(c), other.value())));
    v.inHand.ifPresent(cup -> clinic.judge.handed(v.doseOf(cup), v.patient.value()));
    drinking = Optional.of(v);
    sinceNanos = clinic.time.nanos();
    at.station.putRight();
    at.visit = at.visit.filter(w -> w != v);
  }

  void look(Process p, Snapshot s) {
    if (drinking.isEmpty()) {
      s.watched().ifPresent(this::adopt);
      return;
    }
    Visit v = drinking.get();
    if (clinic.time.nanos() - sinceNanos < DRINK_NANOS) {
      return;
    }
    // Another one's cup is out: the answer about this one's end was lost with a process.
    if (s.watched().filter(w -> w.dose().patient().equals(v.patient)).isEmpty()) {
      ended(v);
      return;
    }
    end(v, s.watched().get());
  }

  /** A cup is out whose drinker nobody here remembers: nobody saw the end. */
  private void adopt(State state) {
    Optional<Visit> here = at.visit.filter(v -> v.patient.equals(state.dose().patient()));
    if (here.isPresent()) {
      here.get().dose = Optional.of(state.dose().id());
      handOver(here.get());
      return;
    }
    Visit v =
        new Visit(
            clinic.register().number(state.dose().patient()),
            state.dose().patient(),
            clinic.dice(4),
            Set.of());
    v.dose = Optional.of(state.dose().id());
    v.drank = true;
    drinking = Optional.of(v);
  }

  private void end(Visit v, State state) {
    v.dose = Optional.of(state.dose().id());
    Ending ending = Ending.of(at, v);
    if (!v.drank) {
      v.drank = true;
      ending.happens().run();
    }
    at.hands.ask(
        v,
        ending.step(),
        ending.body(),
        reply -> {
          if (reply instanceof Reply.Done) {
            afterwards(v, ending);
          }
        });
  }

  private void afterwards(Visit v, Ending ending) {
    ended(v);
    if (ending.step() == Step.WALKED_OFF) {
      at.comesTo(at.index, v, true);
    }
    if (ending.step() == Step.SWALLOWED && v.takes(FaultKind.VOMITS)) {
      vomits(v);
    }
    if (ending.step() == Step.SWALLOWED && HomeDoses.takesHome(v.number) && !v.again) {
      clinic.process().ifPresent(p -> clinic.homeDoses().supply(p, at.station, v));
    }
    if (ending.step() == Step.SWALLOWED && Register.takesTwoParts(v.number) && !v.again) {
      at.comesTo(at.index, v, true);
    }
    if (ending.step() == Step.PART_TAKEN || ending.step() == Step.SPILLED) {
      comesForMore(v, AddedDose.Kind.MISSING_PART, MISSING_MILLIGRAMS);
    }
    if (ending.step() == Step.SWALLOWED && v.takes(FaultKind.MIS_TAP)) {
      at.hands.ask(v, Step.CORRECTION, r -> clinic.counts.reached(FaultKind.MIS_TAP));
    }
  }

  /** In front of staff, and a doctor orders what the table lets replace: or asks for too much. */
  private void vomits(Visit v) {
    at.hands.ask(
        v,
        Step.VOMITED,
        Map.of("minutes", v.dice.permille(500) ? "10" : "31"),
        r -> {
          clinic.counts.reached(FaultKind.VOMITS);
          comesForMore(v, AddedDose.Kind.REPLACEMENT, v.dice.between(1, 6) * 5);
        });
  }

  /** A doctor is asked for a second dose; the patient comes again, whatever the answer was. */
  private void comesForMore(Visit v, AddedDose.Kind kind, int milligrams) {
    clinic
        .process()
        .ifPresent(
            p ->
                new Doctor(p)
                    .orders(
                        v.patient,
                        v.dose.orElseThrow(),
                        kind,
                        milligrams,
                        () -> clinic.time.soon(p.life, () -> at.comesTo(at.index, v, true))));
  }

  private void ended(Visit v) {
    drinking = Optional.empty();
    at.mischief().ended(v);
  }
}
