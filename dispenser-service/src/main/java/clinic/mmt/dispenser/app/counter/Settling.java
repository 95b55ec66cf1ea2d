package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.dispense.WeighingFacts;
import clinic.mmt.dispenser.domain.dispense.Witnesses;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** After the pump stands: let it settle, take a stable weight, tell the machine. */
final class Settling {

  private static final Volume ONE_COUNT = Volume.ofMicrolitres(10);

  private final House house;
  private final Desk desk;
  private final StationDevices devices;
  private final Pouring pouring;
  private final Executor queue;

  Settling(House house, Desk desk, StationDevices devices, Pouring pouring, Executor queue) {
    this.house = house;
    this.desk = desk;
    this.devices = devices;
    this.pouring = pouring;
    this.queue = queue;
  }

  void begin(Dose dose) {
    if (dose.unweighed()) {
      pouring.tell(dose.id(), new DoseEvent.NoScale(pouring.now()));
      return;
    }
    Volume pumped = dose.intents().isEmpty() ? Volume.ZERO : dose.intents().getLast().pumped();
    devices.settle(report -> queue.execute(() -> settled(dose, pumped, report)));
  }

  private void settled(Dose dose, Volume pumped, Report<Mass> report) {
    if (report instanceof Report.Trouble<Mass>(String code, String text, String wayOn)) {
      desk.notice(code, text, wayOn);
    }
    pouring.tell(dose.id(), event(dose, pumped, report));
  }

  /** Weighs and gives the event away, while the ledger does not have yet what was pumped (H52). */
  void weigh(Dose dose, Volume pumped, Consumer<DoseEvent> then) {
    devices.settle(report -> queue.execute(() -> then.accept(event(dose, pumped, report))));
  }

  private DoseEvent event(Dose dose, Volume pumped, Report<Mass> report) {
    return switch (report) {
      case Report.Ok<Mass>(Mass net) ->
          new DoseEvent.Weighed(pouring.now(), weigh(dose, net), facts(dose, pumped));
      case Report.Trouble<Mass>(String code, String text, String wayOn) ->
          new DoseEvent.NotWeighed(pouring.now(), text);
    };
  }

  /** The volume a net weight stands for, by the density of the batch that was poured. */
  private Weighing weigh(Dose dose, Mass net) {
    return Witnesses.weigh(net, desk.densityFor(dose), house.profile(dose.day()));
  }

  private WeighingFacts facts(Dose dose, Volume pumped) {
    boolean complete =
        dose.intents().isEmpty()
            || dose.byHand()
            || !pumped.plus(ONE_COUNT).isLessThan(dose.intents().getLast().commanded());
    return new WeighingFacts(
        dose.order().orElseThrow().strength(),
        complete,
        desk.checkedToday && desk.densityFor(dose).isPresent(),
        devices.smallestShot());
  }
}
