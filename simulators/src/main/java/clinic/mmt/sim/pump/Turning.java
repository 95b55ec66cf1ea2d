package clinic.mmt.sim.pump;

import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Motor;
import clinic.mmt.sim.physics.RunCause;

/** A peristaltic head that turns, with or without a volume to stop at. */
public final class Turning {

  private static final Volume WITHOUT_LIMIT = new Volume(Long.MAX_VALUE / 4);

  /** How a while of turning ended. */
  public enum End {
    /** It goes on. */
    NONE,
    /** The ordered volume has been counted. */
    DONE,
    /** It stopped by itself before that. */
    SHORT,
    /** The motor is stuck. */
    STALLED
  }

  private final Delivery delivery;
  private final boolean noticesStall;
  private final Motor motor = new Motor();
  private Volume target = Volume.ZERO;
  private Volume done = Volume.ZERO;
  private boolean forward = true;
  private double liquidPerCount = 1;
  private double rest;

  /** A head over this liquid; a pump that does not notice a stall counts on while it stands. */
  public Turning(Delivery delivery, boolean noticesStall) {
    this.delivery = delivery;
    this.noticesStall = noticesStall;
  }

  /** How much liquid a well-fitted head moves for what this pump counts: its calibration. */
  public void calibrate(double ratio) {
    liquidPerCount = ratio;
  }

  /** Begins a run; a target of zero means without limit. */
  public void begin(RunCause cause, boolean towardsSpout, Volume ordered, long atNanos) {
    forward = towardsSpout;
    target = ordered;
    done = Volume.ZERO;
    delivery.world().beginRun(cause, ordered, atNanos);
  }

  /** Lets it turn for a while. */
  public End advance(long nanos, long picolitresPerSecond) {
    turn(nanos, picolitresPerSecond);
    End end = end();
    if (end != End.NONE) {
      motor.halt();
      delivery.endRun();
    }
    return end;
  }

  private End end() {
    if (noticesStall && delivery.hasReached(FaultKind.STALL, done)) {
      delivery.use(FaultKind.STALL);
      return End.STALLED;
    }
    if (delivery.hasReached(FaultKind.STOP_SHORT, done)) {
      delivery.use(FaultKind.STOP_SHORT);
      return End.SHORT;
    }
    return left().isPositive() ? End.NONE : End.DONE;
  }

  /** Lets a stopped head run out, or its tube leak. */
  public void rest(long nanos) {
    if (motor.isTurning()) {
      turn(nanos, 0);
    } else {
      delivery.leak(nanos);
    }
  }

  private void turn(long nanos, long picolitresPerSecond) {
    Volume counted = motor.turn(nanos, picolitresPerSecond, left());
    move(counted);
    done = done.plus(counted);
  }

  private void move(Volume counted) {
    double exact = counted.picolitres() * liquidPerCount + rest;
    long whole = (long) Math.floor(exact);
    rest = exact - whole;
    if (!noticesStall && delivery.hasReached(FaultKind.STALL, done)) {
      return;
    }
    if (forward) {
      delivery.forward(new Volume(whole), done);
    } else {
      delivery.back(new Volume(whole), done);
    }
  }

  private Volume left() {
    return target.isPositive() ? target.minus(done) : WITHOUT_LIMIT;
  }

  /** The host or a hand ends the run; it turns out by itself. */
  public void stop() {
    delivery.endRun();
  }

  /** The supply is gone. */
  public void halt() {
    motor.halt();
  }

  /** Turns back a little without counting, so that no drop hangs at the spout. */
  public void stepBack(Volume volume) {
    delivery.back(volume, done);
  }

  /** Turns forward a little without counting. */
  public void stepForward(Volume volume) {
    delivery.forward(volume, done);
  }

  /** Counted in this run. */
  public Volume done() {
    return done;
  }

  /** Ordered for this run; zero = without limit. */
  public Volume target() {
    return target;
  }

  /** Whether this run goes towards the spout. */
  public boolean isForward() {
    return forward;
  }
}
