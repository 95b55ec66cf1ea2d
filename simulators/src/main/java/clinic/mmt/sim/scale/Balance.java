package clinic.mmt.sim.scale;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.LoadCell;
import clinic.mmt.sim.physics.World;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a balance does: settles, zeroes, tares, shows. Knows no bytes. */
public final class Balance implements Behaviour {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** Zeroing is allowed within this part of the capacity around the zero of power-on. */
  private static final int ZERO_RANGE_PARTS = 50;

  /** Below zero by this part of the capacity is underload. */
  private static final int UNDERLOAD_PARTS = 50;

  private static final int OVERLOAD_DIGITS = 9;

  private final World world;
  private final FaultBox faults;
  private final LoadCell cell;
  private BalanceModel model;
  private int unit;
  private Mass powerOnZero = Mass.ZERO;
  private Mass zero = Mass.ZERO;
  private Mass tare = Mass.ZERO;
  private double driftMicrograms;
  private double tracked;
  private @Nullable Mass stuck;

  /** A balance under the cup of its station. */
  public Balance(BalanceModel model, World world, FaultBox faults, long seed) {
    this.model = model;
    this.world = world;
    this.faults = faults;
    this.cell = new LoadCell(model.digit(), seed);
  }

  @Override
  public void advance(long simulatedNanos) {
    long drift = faults.active(FaultKind.DRIFT).map(Fault::value).orElse(0L);
    driftMicrograms =
        drift == 0 ? 0 : driftMicrograms + (double) drift * simulatedNanos / NANOS_PER_SECOND;
    cell.advance(simulatedNanos, world.load().plus(new Mass(Math.round(driftMicrograms))));
    trackZero(simulatedNanos);
    if (!faults.has(FaultKind.STUCK_WEIGHT)) {
      stuck = null;
    } else if (stuck == null) {
      stuck = cell.reading();
    }
  }

  /** Half a digit a second at most, while less than a digit is shown: it swallows slow dosing. */
  private void trackZero(long simulatedNanos) {
    long digit = model.digit().micrograms();
    double shown = cell.reading().minus(zero).minus(tare).micrograms();
    if (model.zeroTracking() && Math.abs(shown) < digit) {
      double most = digit / 2.0 * simulatedNanos / NANOS_PER_SECOND;
      tracked += Math.clamp(shown, -most, most);
      long whole = Math.round(tracked);
      tracked -= whole;
      zero = zero.plus(new Mass(whole));
    }
  }

  /** The error the balance finds in itself, if any, by the number of its manual. */
  public OptionalLong error() {
    return faults.active(FaultKind.SCALE_ERROR).stream().mapToLong(Fault::value).findFirst();
  }

  /** What the display shows now. */
  public Weight read() {
    Mass gross = gross();
    if (faults.has(FaultKind.OVERLOAD) || isOverload(gross)) {
      return new Weight.Overload();
    }
    if (gross.micrograms() < -part(UNDERLOAD_PARTS).micrograms()) {
      return new Weight.Underload();
    }
    return new Weight.Shown(rounded(gross.minus(tare)), isStable());
  }

  /** Whether the weight is at rest. */
  public boolean isStable() {
    return stuck != null || (cell.isStable() && !faults.has(FaultKind.UNSTABLE));
  }

  private Mass felt() {
    return stuck == null ? cell.reading() : stuck;
  }

  private Mass gross() {
    return felt().minus(zero);
  }

  private boolean isOverload(Mass gross) {
    return gross.micrograms()
        > model.capacity().micrograms() + OVERLOAD_DIGITS * model.digit().micrograms();
  }

  private Mass part(int parts) {
    return new Mass(model.capacity().micrograms() / parts);
  }

  private Mass rounded(Mass mass) {
    long digit = model.digit().micrograms();
    return new Mass(Math.floorDiv(mass.micrograms() + digit / 2, digit) * digit);
  }

  /** Sets zero to what is on the pan; forgets the tare. */
  public Outcome setZero() {
    Mass away = felt().minus(powerOnZero);
    Mass range = part(ZERO_RANGE_PARTS);
    if (faults.has(FaultKind.OVERLOAD) || away.compareTo(range) > 0) {
      return Outcome.ABOVE_RANGE;
    }
    if (away.micrograms() < -range.micrograms()) {
      return Outcome.BELOW_RANGE;
    }
    zero = felt();
    tare = Mass.ZERO;
    return Outcome.DONE;
  }

  /** Takes what is on the pan as tare. */
  public Outcome setTare() {
    Mass gross = gross();
    if (faults.has(FaultKind.OVERLOAD) || isOverload(gross)) {
      return Outcome.ABOVE_RANGE;
    }
    if (rounded(gross).micrograms() < 0) {
      return Outcome.BELOW_RANGE;
    }
    tare = rounded(gross);
    return Outcome.DONE;
  }

  /** Takes a known tare; false if it is not within the capacity. */
  public boolean presetTare(Mass preset) {
    if (preset.micrograms() < 0 || preset.compareTo(model.capacity()) > 0) {
      return false;
    }
    tare = rounded(preset);
    return true;
  }

  /** The tare it holds. */
  public Mass tare() {
    return tare;
  }

  /** Forgets the tare. */
  public void clearTare() {
    tare = Mass.ZERO;
  }

  /** Its type plate. */
  public BalanceModel model() {
    return model;
  }

  @Override
  public void powerOff() {
    tare = Mass.ZERO;
  }

  /** What stands on the pan at power-on becomes zero. */
  @Override
  public void powerOn() {
    powerOnZero = world.load();
    zero = powerOnZero;
  }

  @Override
  public void swap() {
    powerOff();
    unit++;
    model = model.withSerial(model.serial() + "-" + unit);
    powerOn();
  }
}
