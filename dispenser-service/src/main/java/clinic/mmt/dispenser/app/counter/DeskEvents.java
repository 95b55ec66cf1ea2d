package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.DoseLedger.Made;
import clinic.mmt.dispenser.app.counter.DoseLedger.Maker;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.dispense.AimLow;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.IntentKind;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.eligibility.BottleRules;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Events of the desk and the cup, made on the state inside the transaction. */
final class DeskEvents {

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(30);

  private final House house;
  private final Desk desk;
  private final StationDevices devices;
  private final Signing signing;
  private final Entitlement entitlement;
  private final Wishes wishes;

  DeskEvents(House house, Desk desk, StationDevices devices) {
    this.house = house;
    this.desk = desk;
    this.devices = devices;
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
      return switch (entitlement.now(reads, dose.patient(), dose.part(), desk.station)) {
        case Entitlement.Answer.No no -> new Made.No(no.refusal());
        case Entitlement.Answer.Allowed a ->
            wished(reads, dose, a.order(), new Tap(c, intent, prepared));
      };
    };
  }

  /** Less than ordered is what the patient may ask for; more is nobody's to ask. */
  private Made wished(Reads reads, Dose dose, Order ordered, Tap tap) {
    return switch (wishes.of(reads, tap.command(), dose, ordered)) {
      case Wishes.Answer.No no -> new Made.No(no.refusal());
      case Wishes.Answer.Yes(Order order, Optional<DoseEvent.LessByWish> wish) ->
          tap.prepared()
              .map(p -> pour(tap, new Authorised(dose, order, wish), p))
              .orElseGet(
                  () ->
                      no(
                          "not-prepared",
                          "",
                          "Pump and scale are not ready.",
                          "wait a moment, with an empty cup on the scale"));
    };
  }

  /** A tap that pours, with the intent it would be. */
  private record Tap(Command command, IntentId intent, Optional<Prepared> prepared) {}

  /** What may be poured for a dose. */
  private record Authorised(Dose dose, Order order, Optional<DoseEvent.LessByWish> wish) {}

  private Made pour(Tap tap, Authorised authorised, Prepared prepared) {
    Command c = tap.command();
    Dose dose = authorised.dose();
    Order order = authorised.order();
    boolean topUpAllowed = desk.checkedToday && desk.densityFor(dose).isPresent();
    Volume aim =
        AimLow.firstShot(
            order.volume(), devices.smallestShot(), topUpAllowed, house.profile(dose.day()));
    IntentKind kind = aim.equals(order.volume()) ? IntentKind.FIRST : IntentKind.AIMED_LOW;
    Volume shot = devices.shotFor(aim);
    if (!shot.isMoreThan(Volume.ZERO)) {
      return no(
          "below-pump-minimum",
          "",
          "The dose is smaller than the pump can pour.",
          "pour by hand on the scale");
    }
    Intent intent =
        new Intent(tap.intent(), kind, shot, prepared.counter(), Volume.ZERO, Volume.ZERO);
    return Made.event(
        new DoseEvent.PourTapped(
            now(),
            who(c),
            order,
            intent,
            c.body().getOrDefault("attestation", ""),
            authorised.wish()));
  }

  /** The rest: what the order still lacks by weight. */
  Maker rest(Command c, Volume counter) {
    IntentId id = new IntentId(house.ids().next("i"));
    return (reads, state) -> {
      Dose dose = state.dose();
      if (dose.order().map(o -> reads.firstDoses(o.batch()).stopped()).orElse(false)) {
        return no(BottleRules.stopped());
      }
      Volume inCup = dose.weighing().map(Weighing::volume).orElse(Volume.ZERO);
      Volume missing = dose.order().map(Order::volume).orElse(Volume.ZERO).minus(inCup);
      Volume shot = missing.isMoreThan(Volume.ZERO) ? devices.shotFor(missing) : Volume.ZERO;
      if (dose.order().isEmpty() || !shot.isMoreThan(Volume.ZERO)) {
        return no("no-rest", "", "There is no rest the pump could pour.", "give as it is");
      }
      return Made.event(
          new DoseEvent.RestIntended(
              now(), who(c), new Intent(id, IntentKind.REST, shot, counter, inCup, Volume.ZERO)));
    };
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

  private static Made no(BottleRules.Answer.No n) {
    return no(n.code(), n.rule(), n.text(), n.liftedBy());
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
