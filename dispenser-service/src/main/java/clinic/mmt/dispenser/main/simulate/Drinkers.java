package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.counter.Reply;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.counter.Step;
import clinic.mmt.dispenser.domain.dispense.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has a cup in the hand, and how that ends. */
final class Drinkers {

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
      at.hands.ask(
          v, Step.VOMITED, Map.of("minutes", "10"), r -> clinic.counts.reached(FaultKind.VOMITS));
    }
    if (ending.step() == Step.SWALLOWED && v.takes(FaultKind.MIS_TAP)) {
      at.hands.ask(v, Step.CORRECTION, r -> clinic.counts.reached(FaultKind.MIS_TAP));
    }
  }

  private void ended(Visit v) {
    drinking = Optional.empty();
    at.mischief().ended(v);
  }
}
