package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.DoseLedger.Made;
import clinic.mmt.dispenser.app.counter.DoseLedger.Maker;
import clinic.mmt.dispenser.app.degraded.Limits;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.IntentKind;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.eligibility.BottleRules;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.Optional;

/**
 * How an authorised amount is measured: by pump and scale, drawn by hand, or by the pump alone. The
 * mode that the station is in by the ledger decides, not what a screen showed.
 */
final class Intending {

  private final House house;
  private final Desk desk;
  private final StationDevices devices;
  private final Signing signing;
  private final Strokes strokes;

  Intending(House house, Desk desk, StationDevices devices) {
    this.house = house;
    this.desk = desk;
    this.devices = devices;
    this.signing = new Signing(house);
    this.strokes = new Strokes(house, desk, devices);
  }

  /** A tap that pours, with the intent it would be and what was made ready for it. */
  record Tap(Command command, IntentId intent, Prepared prepared) {}

  /** What may be poured for a dose that stands in this state. */
  record Authorised(State state, Order order, Optional<DoseEvent.LessByWish> wish) {}

  /** The first pour of a dose. */
  Made first(Reads reads, Tap tap, Authorised authorised) {
    Optional<RunningMode> running = reads.degraded().mode(desk.station, Mode.Place.POUR);
    Optional<Mode> mode = running.map(RunningMode::mode);
    if (!isReadyFor(mode, tap.prepared())) {
      return no("not-prepared", "", "The station came into another mode.", "wait a moment");
    }
    return mode.map(
            m ->
                switch (m) {
                  case HAND_POUR -> byHand(tap, authorised);
                  case PUMP_WITHOUT_SCALE ->
                      withoutScale(reads, running.orElseThrow(), tap, authorised);
                  case READER_OUTAGE -> throw new IllegalStateException("identifies, not pours");
                })
        .orElseGet(() -> byPump(tap, authorised));
  }

  private static boolean isReadyFor(Optional<Mode> mode, Prepared prepared) {
    boolean pump = !mode.equals(Optional.of(Mode.HAND_POUR));
    boolean scale = !mode.equals(Optional.of(Mode.PUMP_WITHOUT_SCALE));
    return prepared.pump().isEmpty() != pump && prepared.scale().isEmpty() != scale;
  }

  private Made byPump(Tap tap, Authorised authorised) {
    Volume ordered = authorised.order().volume();
    Volume aim = strokes.aim(authorised.state().dose(), ordered);
    Volume stroke = devices.strokeOf(aim);
    if (devices.shotFor(aim).equals(Volume.ZERO) && stroke.isMoreThan(Volume.ZERO)) {
      return Made.event(event(tap, authorised, IntentKind.STROKE, stroke));
    }
    return shot(
        tap, authorised, aim.equals(ordered) ? IntentKind.FIRST : IntentKind.AIMED_LOW, aim);
  }

  private Made shot(Tap tap, Authorised authorised, IntentKind kind, Volume aim) {
    Volume shot = devices.shotFor(aim);
    if (shot.isMoreThan(Volume.ZERO)) {
      return Made.event(event(tap, authorised, kind, shot));
    }
    return aim.isLessThan(devices.smallestShot())
        ? no(
            "below-pump-minimum",
            "",
            "The dose is smaller than the pump can pour.",
            "pour by hand on the scale")
        : no(
            "beyond-one-stroke",
            "",
            "Without a scale only what one stroke pours is poured, and this dose is more.",
            "mend the scale or use another station");
  }

  /** One witness alone: it has to know how heavy the liquid is. */
  private Made byHand(Tap tap, Authorised authorised) {
    return desk.densityFor(authorised.state().dose()).isPresent()
        ? Made.event(event(tap, authorised, IntentKind.HAND, authorised.order().volume()))
        : new Made.No(
            Refusal.of(
                    "density-needed",
                    "R-71",
                    "A dose is poured by hand only by the measured density of its batch.",
                    "measure the density three times, or keep the downtime sheet")
                .vietnamese(
                    "Chỉ rót tay khi đã đo tỷ trọng của lô.",
                    "đo tỷ trọng ba lần, hoặc dùng phiếu khi sự cố"));
  }

  /** The pump is the only witness: for so many hours, and larger doses are looked at by two. */
  private Made withoutScale(Reads reads, RunningMode mode, Tap tap, Authorised authorised) {
    if (!devices.pumpPoursAlone()) {
      return new Made.No(Limits.pumpNeedsTheScale());
    }
    Profile.Degraded limits = house.rules(reads).counter().degraded();
    Instant until = mode.countsFrom().plus(limits.withoutScale());
    if (now().isAfter(until)) {
      return new Made.No(Limits.hoursOver(limits.withoutScale()));
    }
    if (!reads.checked(desk.station, house.calendar().today())) {
      return new Made.No(Limits.notChecked());
    }
    Made made = shot(tap, authorised, IntentKind.UNWEIGHED, authorised.order().volume());
    boolean large = authorised.order().dose().isMoreThan(limits.secondLook());
    return large && made instanceof Made.Event event
        ? signing.signed(tap.command(), authorised.state(), event.event())
        : made;
  }

  private DoseEvent event(Tap tap, Authorised authorised, IntentKind kind, Volume commanded) {
    Command c = tap.command();
    return new DoseEvent.PourTapped(
        now(),
        c.session().staff(),
        authorised.order(),
        new Intent(
            tap.intent(), kind, commanded, tap.prepared().counter(), Volume.ZERO, Volume.ZERO),
        c.body().getOrDefault("attestation", ""),
        authorised.wish());
  }

  /** The rest by the pump: what the order still lacks by weight. */
  Maker rest(Command c, Volume counter) {
    IntentId id = new IntentId(house.ids().next("i"));
    return (reads, state) ->
        state.dose().byHand()
            ? no(
                "drawn-by-hand",
                "R-71",
                "This dose is drawn by hand.",
                "enter the mode again for the rest, or discard the cup and pour again")
            : rest(c, reads, state, new Start(id, IntentKind.REST, counter));
  }

  /** The rest, drawn by hand. */
  Maker restByHand(Command c) {
    IntentId id = new IntentId(house.ids().next("i"));
    return (reads, state) ->
        rest(c, reads, state, new Start(id, IntentKind.HAND_REST, Volume.ZERO));
  }

  /** An intent to be. */
  private record Start(IntentId id, IntentKind kind, Volume counter) {}

  private Made rest(Command c, Reads reads, State state, Start start) {
    Dose dose = state.dose();
    if (dose.order().map(o -> reads.firstDoses(o.batch()).stopped()).orElse(false)) {
      BottleRules.Answer.No n = BottleRules.stopped();
      return no(n.code(), n.rule(), n.text(), n.liftedBy());
    }
    Volume inCup = dose.weighing().map(Weighing::volume).orElse(Volume.ZERO);
    Volume missing =
        dose.order().map(Order::volume).orElse(Volume.ZERO).minus(inCup).orMore(Volume.ZERO);
    Volume shot = start.kind().byHand() ? missing : devices.strokeOf(missing);
    return shot.isMoreThan(Volume.ZERO)
        ? Made.event(
            new DoseEvent.RestIntended(
                now(),
                c.session().staff(),
                new Intent(start.id(), start.kind(), shot, start.counter(), inCup, Volume.ZERO)))
        : no("no-rest", "", "There is no rest that could be poured.", "give as it is");
  }

  private static Made no(String code, String rule, String text, String wayOn) {
    return new Made.No(Refusal.of(code, rule, text, wayOn));
  }

  private Instant now() {
    return house.clock().instant();
  }
}
