package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Kept;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.journal.codec.KeptEvents;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.DoseMachine;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Transition;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** At start: every dose that a crash left open becomes unknown; nothing is poured or guessed. */
public final class Recovery {

  private final House house;

  /** For one clinic. */
  public Recovery(House house) {
    this.house = house;
  }

  /**
   * Takes in what was kept beside the ledger, then settles what the ledger holds, in one
   * transaction; answers with all doses not ended.
   */
  public void run(Consumer<Outcome<List<State>>> reply) {
    takeIn(house.journal().kept(), 0, reply);
  }

  /** One after the other: a weight follows the volume that the pump counted. */
  private void takeIn(List<Kept> kept, int next, Consumer<Outcome<List<State>>> reply) {
    if (next == kept.size()) {
      settle(reply);
      return;
    }
    Kept one = kept.get(next);
    Optional<KeptEvents.Of> event = KeptEvents.read(one.body());
    if (event.isEmpty()) {
      takeIn(kept, next + 1, reply); // Of a later program: it stays where it is.
      return;
    }
    new DoseLedger(house)
        .moveOnce(
            one.id(),
            event.get().dose(),
            "service",
            event.get().event(),
            outcome -> {
              if (!(outcome instanceof Outcome.Failed<DoseLedger.Moved>)) {
                house.journal().forget(one.id());
              }
              takeIn(kept, next + 1, reply);
            });
  }

  private void settle(Consumer<Outcome<List<State>>> reply) {
    Instant now = house.clock().instant();
    house.journal().transact(new Transaction<>("service", now, reads -> decide(reads, now)), reply);
  }

  private Decision<List<State>> decide(Reads reads, Instant now) {
    List<Fact> facts = new ArrayList<>();
    List<State> left = new ArrayList<>();
    DoseEvent event = new DoseEvent.Restarted(now);
    for (State state : reads.unended()) {
      DoseMachine machine = house.rules(reads, state.dose().day()).machine();
      switch (machine.decide(state, event, DoseLedger.holdings(reads, state.dose()))) {
        case Transition.Changed c -> {
          facts.add(DoseLedger.followed(reads, state.dose(), DoseLedger.fact(state, event, c)));
          left.add(c.next());
        }
        case Transition.Unchanged u -> left.add(state);
        case Transition.Refused r -> left.add(state);
      }
    }
    return Decision.accept(facts, left.stream().filter(s -> !s.phase().ended()).toList());
  }
}
