package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.DoseLedger.Made;
import clinic.mmt.dispenser.app.counter.DoseLedger.Maker;
import clinic.mmt.dispenser.app.degraded.Limits;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.dispense.Witnesses;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the devices must be asked before a command can be decided; then how its event is made. */
final class Asking {

  /** So far below zero the cup is not on the scale. */
  private static final Mass CUP_GONE = Mass.ofMicrograms(-500_000);

  /** Of a recheck: the tared cup stands there and the scale shows more than zero. */
  private static final String NOT_EMPTY = "cup-not-empty";

  private final House house;
  private final Desk desk;
  private final StationDevices devices;
  private final DeskEvents deskEvents;
  private final EndEvents endEvents;

  Asking(House house, Desk desk, StationDevices devices) {
    this.house = house;
    this.desk = desk;
    this.devices = devices;
    this.deskEvents = new DeskEvents(house, desk, devices);
    this.endEvents = new EndEvents(house);
  }

  /** Gives a maker of the event, after asking the devices where the step needs it. */
  void prepare(Command c, Consumer<Report<Maker>> reply) {
    switch (c.step()) {
      case POUR -> pour(c, reply);
      case REST -> rest(c, reply);
      case DISCARD -> weighed(reply, net -> deskEvents.discard(c, net));
      case UNKNOWN_IN_CUP -> weighed(reply, net -> endEvents.foundInCup(c, net));
      case UNKNOWN_UNMOVED -> unmoved(c, reply);
      case POURED, NOT_FIT, CALL_DOCTOR, LEFT, DRAWN_OFF, AS_IT_IS, HOLD, HAND_OVER ->
          reply.accept(Report.ok(deskEvents.plain(c)));
      case SWALLOWED,
          PART_TAKEN,
          GIVEN_BACK,
          SPILLED,
          WALKED_OFF,
          NOT_SEEN,
          UNKNOWN_DISCARDED,
          UNKNOWN_DRUNK,
          UNKNOWN_FOR_EVER,
          VOMITED,
          WRONG_DOSE,
          CORRECTION ->
          reply.accept(Report.ok(endEvents.plain(c)));
    }
  }

  /** The tap re-checks cup and zero; a dose already on its way answers by its state. */
  private void pour(Command c, Consumer<Report<Maker>> reply) {
    if (!desk.isIn(c.visit(), Phase.REVIEWING)) {
      reply.accept(Report.ok(deskEvents.pour(c, Optional.empty())));
      return;
    }
    if (desk.prepared.isEmpty()) {
      reply.accept(
          desk.unready
              .<Report<Maker>>map(n -> Report.trouble(n.code(), n.text(), n.liftedBy()))
              .orElseGet(
                  () ->
                      Report.trouble(
                          "not-prepared",
                          "Pump and scale are not ready yet.",
                          "wait a moment, with an empty cup on the scale")));
      return;
    }
    Prepared prepared = desk.prepared.get();
    if (prepared.scale().isEmpty()) {
      reply.accept(Report.ok(deskEvents.pour(c, Optional.of(prepared))));
      return;
    }
    devices.recheck(
        report -> {
          if (report instanceof Report.Trouble<Mass> t && t.code().equals(NOT_EMPTY)) {
            heavier(() -> reply.accept(Report.trouble(t.code(), t.text(), t.wayOn())));
          } else {
            reply.accept(
                report.flatMap(net -> Report.ok(deskEvents.pour(c, Optional.of(prepared)))));
          }
        });
  }

  /** What rose without a pour is an incident (H100), whatever the answer to the tap. */
  private void heavier(Runnable then) {
    devices.settle(
        report -> {
          if (report instanceof Report.Ok<Mass>(Mass net)) {
            FrontPanel.heavier(house, desk, net);
          }
          then.run();
        });
  }

  private void rest(Command c, Consumer<Report<Maker>> reply) {
    if (desk.pourMode().equals(Optional.of(Mode.HAND_POUR))) {
      reply.accept(Report.ok(deskEvents.restByHand(c)));
      return;
    }
    if (desk.pourMode().equals(Optional.of(Mode.PUMP_WITHOUT_SCALE)) && !devices.pumpPoursAlone()) {
      Refusal why = Limits.pumpNeedsTheScale();
      reply.accept(Report.trouble(why.code(), why.text(), why.liftedBy()));
      return;
    }
    devices.prepareRest(
        report ->
            reply.accept(
                report.flatMap(
                    reading ->
                        reading.running()
                            ? Report.trouble(
                                "pump-runs", "The pump still runs.", "press STOP, then ask again")
                            : Report.ok(deskEvents.rest(c, reading.counter())))));
  }

  /** Weighs what stands on the scale if it can; a weight that can't be had is no obstacle. */
  private void weighed(Consumer<Report<Maker>> reply, Function<Optional<Weighing>, Maker> maker) {
    devices.settle(report -> reply.accept(Report.ok(maker.apply(weighing(report)))));
  }

  /** A load far below zero is no cup at all, a little below zero is an empty one. */
  private Optional<Weighing> weighing(Report<Mass> report) {
    return switch (report) {
      case Report.Ok<Mass>(Mass net) when net.isLessThan(CUP_GONE) -> Optional.empty();
      case Report.Ok<Mass>(Mass net) ->
          Optional.of(
              Witnesses.weigh(
                  net.orMore(Mass.ZERO),
                  desk.onScale.flatMap(s -> desk.densityFor(s.dose())),
                  house.profile()));
      case Report.Trouble<Mass> t -> Optional.empty();
    };
  }

  /** Both witnesses: the counter stands where it stood, and so does the weight. */
  private void unmoved(Command c, Consumer<Report<Maker>> reply) {
    devices.ask(
        report -> {
          switch (report) {
            case Report.Ok<PumpReading>(PumpReading reading) ->
                devices.settle(net -> reply.accept(net.flatMap(n -> proof(c, reading, n))));
            case Report.Trouble<PumpReading>(String code, String text, String wayOn) ->
                reply.accept(Report.trouble(code, text, wayOn));
          }
        });
  }

  private Report<Maker> proof(Command c, PumpReading reading, Mass net) {
    desk.alarmSeen |= reading.alarm().isPresent();
    Optional<Intent> intent =
        desk.onScale
            .filter(s -> s.dose().id().equals(c.visit()))
            .filter(s -> !s.dose().intents().isEmpty())
            .map(s -> s.dose().intents().getLast());
    boolean proved =
        !desk.alarmSeen
            && !reading.running()
            && intent.map(i -> !i.kind().byHand()).orElse(false)
            && intent.map(i -> reading.counter().equals(i.counterBefore())).orElse(false)
            && intent.map(i -> weighsAsBefore(i, net)).orElse(false);
    return proved
        ? Report.ok((r, s) -> Made.event(endEvents.unmoved(c)))
        : Report.trouble(
            "not-proved",
            "Pump and scale do not prove that nothing moved.",
            "look for the cup and weigh it, or discard");
  }

  private boolean weighsAsBefore(Intent intent, Mass net) {
    Weighing now =
        Witnesses.weigh(net, desk.onScale.flatMap(s -> desk.densityFor(s.dose())), house.profile());
    return house.profile().accept().holds(now.volume(), intent.weighedBefore());
  }
}
