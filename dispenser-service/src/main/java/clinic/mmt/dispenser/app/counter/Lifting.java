package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.counter.DoseLedger.Moved;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * A measured cup that is lifted off the scale is handed over, where R-113 allows a hand-over at
 * that moment. Where it does not, nobody has the right to the cup: that is told, and the cup is
 * held until the person was identified again and the cup weighed again.
 */
final class Lifting {

  private static final Duration STORE_AGAIN = Duration.ofMillis(500);

  private final Desk desk;
  private final Pouring pouring;
  private final DoseLedger ledger;
  private final Executor queue;

  Lifting(Desk desk, Pouring pouring, DoseLedger ledger, Executor queue) {
    this.desk = desk;
    this.pouring = pouring;
    this.ledger = ledger;
    this.queue = queue;
  }

  /** The scale says that the tared cup is gone for good, or that a cup stands there again. */
  void cup(boolean stands) {
    if (stands) {
      return;
    }
    desk.onScale.filter(s -> s.phase() == Phase.MEASURED).map(State::dose).ifPresent(this::lifted);
  }

  private void lifted(Dose dose) {
    if (desk.users.isEmpty()) {
      held(dose, "Nobody is signed in at this station.");
      return;
    }
    // Whoever signed in last is at the screen; the rule asks whether that is who poured.
    StaffId user = desk.users.firstEntry().getKey();
    tell(dose, new DoseEvent.HandOver(pouring.now(), user, desk.anotherIdentified, true));
  }

  private void tell(Dose dose, DoseEvent.HandOver event) {
    ledger.move(
        dose.id(),
        event.by().value(),
        event,
        outcome -> queue.execute(() -> told(dose, event, outcome)));
  }

  private void told(Dose dose, DoseEvent.HandOver event, Outcome<Moved> outcome) {
    switch (outcome) {
      case Outcome.Done<Moved> done -> {
        desk.notice = desk.notice.filter(n -> !n.code().equals("store-failed"));
        pouring.moved(done.answer());
      }
      case Outcome.Refused<Moved> no -> held(dose, no.refusal().text());
      case Outcome.Conflict<Moved> c -> held(dose, Constraints.refusal(c.constraint()).text());
      case Outcome.Failed<Moved> f -> {
        desk.notice(Pouring.storeFailed(f.why()));
        pouring.after(STORE_AGAIN, Pace.REAL, () -> tell(dose, event));
      }
    }
  }

  private void held(Dose dose, String why) {
    if (desk.isIn(dose.id(), Phase.MEASURED)) {
      desk.notice(
          "lifted-not-handed-over",
          "The cup was lifted, and it is not handed over: " + why,
          "put the cup back on the scale, then identify the patient again");
      pouring.tell(
          dose.id(),
          new DoseEvent.PutOnHold(pouring.now(), "the cup was lifted and not handed over"));
    }
  }
}
