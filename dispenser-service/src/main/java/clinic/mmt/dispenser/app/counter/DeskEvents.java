package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.DoseLedger.Made;
import clinic.mmt.dispenser.app.counter.DoseLedger.Maker;
import clinic.mmt.dispenser.app.degraded.Gate;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Events of the desk and the cup, made on the state inside the transaction. */
final class DeskEvents {

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(30);

  private final House house;
  private final Desk desk;
  private final Signing signing;
  private final Intending intending;
  private final Entitlement entitlement;
  private final Wishes wishes;

  DeskEvents(House house, Desk desk, StationDevices devices) {
    this.house = house;
    this.desk = desk;
    this.intending = new Intending(house, desk, devices);
    this.signing = new Signing(house);
    this.entitlement = new Entitlement(house);
    this.wishes = new Wishes(house, desk.station);
  }

  /** Pour: eligibility and order are decided on the ledger thread, never on a screen's facts. */
  Maker pour(Command c, Optional<Prepared> prepared) {
    IntentId intent = new IntentId(house.ids().next("i"));
    return (reads, state) -> {
      if (!(state instanceof State.Reviewing)) {
        return no(
            "not-waiting-for-a-pour",
            "",
            "This dose is not waiting to be poured ("
                + state.phase().name().replace('_', ' ')
                + ").",
            "look at what the station shows");
      }
      if (!state.dose().user().equals(c.session().staff())) {
        return no(
            "visit-of-another-user",
            "",
            "This visit is bound to another user.",
            "that user taps, or the patient is identified again");
      }
      Dose dose = state.dose();
      if (!dose.day().equals(house.calendar().today())) {
        return no(
            "day-changed",
            "R-30",
            "This visit was opened on another clinic day.",
            "end this visit and identify the patient again");
      }
      if (reads.openOrTaken(dose.patient(), dose.day(), dose.part()).isPresent()) {
        return new Made.No(Entitlement.alreadyDosed());
      }
      Optional<Refusal> closed = Gate.refusal(reads, house, desk.station);
      if (closed.isPresent()) {
        return new Made.No(closed.get());
      }
      return switch (entitlement.now(reads, dose.patient(), dose.part(), desk.station)) {
        case Entitlement.Answer.No no -> new Made.No(no.refusal());
        case Entitlement.Answer.Allowed a ->
            wished(reads, state, a.order(), new Tap(c, intent, prepared));
      };
    };
  }

  /** A tap, with the intent that a pour would be and what was made ready, if anything was. */
  private record Tap(Command command, IntentId intent, Optional<Prepared> prepared) {}

  /** Less than ordered is what the patient may ask for; more is nobody's to ask. */
  private Made wished(Reads reads, State state, Order ordered, Tap tap) {
    return switch (wishes.of(reads, tap.command(), state.dose(), ordered)) {
      case Wishes.Answer.No no -> new Made.No(no.refusal());
      case Wishes.Answer.Yes(Order order, Optional<DoseEvent.LessByWish> wish) ->
          tap.prepared()
              .map(
                  p ->
                      intending.first(
                          reads,
                          new Intending.Tap(tap.command(), tap.intent(), p),
                          new Intending.Authorised(state, order, wish)))
              .orElseGet(
                  () ->
                      no(
                          "not-prepared",
                          "",
                          "Pump and scale are not ready.",
                          "wait a moment, with an empty cup on the scale"));
    };
  }

  /** The rest by the pump. */
  Maker rest(Command c, Volume counter) {
    return intending.rest(c, counter);
  }

  /** The rest, drawn by hand. */
  Maker restByHand(Command c) {
    return intending.restByHand(c);
  }

  Maker discard(Command c, Optional<Weighing> weighing) {
    return (reads, state) ->
        signing.signed(
            c, state, new DoseEvent.DiscardedCup(now(), who(c), weighing.map(Weighing::volume)));
  }

  /** Steps that need nothing of the devices. */
  Maker plain(Command c) {
    return (reads, state) -> plain(c, reads, state);
  }

  private Made plain(Command c, Reads reads, State state) {
    return switch (c.step()) {
      case POURED -> Made.event(new DoseEvent.HandDone(now(), who(c)));
      case NOT_FIT -> Made.event(notFit(c, reads, state.dose()));
      case CALL_DOCTOR ->
          Made.event(
              new DoseEvent.ReferredToDoctor(
                  now(), who(c), c.body().getOrDefault("reason", "called the doctor")));
      case LEFT ->
          Made.event(new DoseEvent.Left(now(), c.body().getOrDefault("reason", "went away")));
      case DRAWN_OFF -> Made.event(new DoseEvent.DrawnOff(now(), who(c)));
      case AS_IT_IS -> signing.asItIs(c, state);
      case HOLD ->
          Made.event(new DoseEvent.PutOnHold(now(), c.body().getOrDefault("reason", "held")));
      case HAND_OVER -> Made.event(new DoseEvent.HandOver(now(), who(c), desk.anotherIdentified));
      case POUR,
          REST,
          DISCARD,
          SWALLOWED,
          PART_TAKEN,
          GIVEN_BACK,
          SPILLED,
          WALKED_OFF,
          NOT_SEEN,
          UNKNOWN_UNMOVED,
          UNKNOWN_IN_CUP,
          UNKNOWN_DISCARDED,
          UNKNOWN_DRUNK,
          UNKNOWN_FOR_EVER,
          VOMITED,
          WRONG_DOSE,
          CORRECTION ->
          throw new IllegalStateException("not a plain desk step: " + c.step());
    };
  }

  private DoseEvent notFit(Command c, Reads reads, Dose dose) {
    int before = reads.door().deskDay(dose.patient(), dose.day()).notFit();
    return new DoseEvent.FoundNotFit(now(), who(c), now().plus(LOOK_AGAIN), before);
  }

  private static Made no(String code, String rule, String text, String liftedBy) {
    return new Made.No(Refusal.of(code, rule, text, liftedBy));
  }

  private static clinic.mmt.dispenser.domain.staff.StaffId who(Command c) {
    return c.session().staff();
  }

  private Instant now() {
    return house.clock().instant();
  }
}
