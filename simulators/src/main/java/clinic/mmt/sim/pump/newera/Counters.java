package clinic.mmt.sim.pump.newera;

import clinic.mmt.sim.core.Volume;

/** Dispensed volume by direction; in volatile memory. */
final class Counters {

  private Volume infused = Volume.ZERO;
  private Volume withdrawn = Volume.ZERO;

  void count(Direction direction, Volume volume) {
    switch (direction) {
      case INF -> infused = infused.plus(volume);
      case WDR -> withdrawn = withdrawn.plus(volume);
    }
  }

  void clear(Direction direction) {
    switch (direction) {
      case INF -> infused = Volume.ZERO;
      case WDR -> withdrawn = Volume.ZERO;
    }
  }

  void clear() {
    infused = Volume.ZERO;
    withdrawn = Volume.ZERO;
  }

  Volume infused() {
    return infused;
  }

  Volume withdrawn() {
    return withdrawn;
  }
}
