package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.main.simulate.device.Dice;

/** Somebody who takes from an opened bottle before it is counted, once or a little every day. */
final class Thief {

  private static final int ONCE_PERMILLE = 20;
  private static final int DAILY_PERMILLE = 12;
  private static final int DAYS_LEAST = 14;
  private static final int DAYS_MOST = 28;
  private static final long ONCE_MICROLITRES = 5_000;
  private static final long DAILY_MICROLITRES = 1_000;

  private final Clinic clinic;
  private final Shelf shelf;
  private int until = -1;

  Thief(Clinic clinic, Shelf shelf) {
    this.clinic = clinic;
    this.shelf = shelf;
  }

  /** Nobody is at the counters any more. */
  void evening(int day) {
    Dice dice = clinic.dice(47, day);
    if (clinic.happens(dice, FaultKind.STOLEN_ONCE, ONCE_PERMILLE)) {
      takes(ONCE_MICROLITRES, FaultKind.STOLEN_ONCE);
    }
    if (clinic.happens(dice, FaultKind.STOLEN_DAILY, DAILY_PERMILLE) && day > until) {
      until = day + dice.between(DAYS_LEAST, DAYS_MOST);
    }
    if (day <= until) {
      takes(DAILY_MICROLITRES, FaultKind.STOLEN_DAILY);
    }
  }

  private void takes(long microlitres, FaultKind kind) {
    shelf
        .fullestOpened()
        .ifPresent(
            (BottleId bottle) -> {
              shelf.stolen(bottle, microlitres);
              clinic.judge.office().stolen(bottle.value(), microlitres);
              clinic.counts.reached(kind);
            });
  }
}
