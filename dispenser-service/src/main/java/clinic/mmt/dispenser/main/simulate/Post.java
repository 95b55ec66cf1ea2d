package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.main.simulate.device.SimCards;
import java.util.Optional;

/** One counter of a running process, and what its screen shows. */
final class Post {

  final Counter counter;
  final SimCards cards;
  final StationDevices devices;
  private Optional<Snapshot> screen = Optional.empty();

  Post(Counter counter, SimCards cards, StationDevices devices) {
    this.counter = counter;
    this.cards = cards;
    this.devices = devices;
  }

  void show(Snapshot snapshot) {
    screen = Optional.of(snapshot);
  }

  Optional<Snapshot> screen() {
    return screen;
  }
}
