package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleState;

/** Which bottles are weighed: opened, and here, also in quarantine. */
final class Opened {

  private Opened() {}

  static boolean opened(Bottle bottle) {
    return switch (bottle.stands()) {
      case OPEN, MOUNTED -> true;
      case IN_STORE,
          IN_DAY_CABINET,
          EMPTY,
          BROKEN,
          WRITTEN_OFF,
          QUARANTINED,
          SENT_BACK,
          IN_TRANSIT,
          DELIVERED,
          MISSING,
          DESTROYED ->
          false;
    };
  }

  static boolean closed(Bottle bottle) {
    return bottle.stands() == BottleState.IN_STORE || bottle.stands() == BottleState.IN_DAY_CABINET;
  }
}
