package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.domain.dispense.AimLow;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.IntentKind;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.quantity.Volume;
import java.time.Instant;

/**
 * A dose that is more than the pump's syringe holds: one intent for each stroke, each of them
 * weighed before the next. Together they command what a single shot would have commanded, whatever
 * the scale says; only a top-up follows the weight.
 */
final class Strokes {

  private final House house;
  private final Desk desk;
  private final StationDevices devices;

  Strokes(House house, Desk desk, StationDevices devices) {
    this.house = house;
    this.desk = desk;
    this.devices = devices;
  }

  /** What all strokes of a dose together aim at. */
  Volume aim(Dose dose, Volume ordered) {
    boolean topUpAllowed = desk.checkedToday && desk.densityFor(dose).isPresent();
    return AimLow.firstShot(
        ordered, devices.smallestShot(), topUpAllowed, house.profile(dose.day()));
  }

  /**
   * The stroke after those of {@code dose}.
   *
   * @param counter what the pump has counted so far
   */
  DoseEvent next(Dose dose, Volume counter) {
    Volume ordered = dose.order().map(Order::volume).orElseThrow();
    Volume aim = aim(dose, ordered);
    Volume left = aim.minus(dose.commanded());
    Volume last = devices.shotFor(left);
    Volume stroke = last.isMoreThan(Volume.ZERO) ? last : devices.strokeOf(left);
    if (!stroke.isMoreThan(Volume.ZERO)) {
      return new DoseEvent.TopUpOff(now(), "smaller than the pump can pour");
    }
    return new DoseEvent.StrokeIntended(
        now(),
        new Intent(
            new IntentId(house.ids().next("i")),
            last.isMoreThan(Volume.ZERO) ? lastKind(aim, ordered) : IntentKind.STROKE,
            stroke,
            counter,
            dose.weighing().map(Weighing::volume).orElse(Volume.ZERO),
            Volume.ZERO));
  }

  private static IntentKind lastKind(Volume aim, Volume ordered) {
    return aim.equals(ordered) ? IntentKind.LAST_STROKE : IntentKind.AIMED_LOW;
  }

  private Instant now() {
    return house.clock().instant();
  }
}
