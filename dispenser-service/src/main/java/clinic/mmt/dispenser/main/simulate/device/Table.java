package clinic.mmt.dispenser.main.simulate.device;

import java.util.Optional;

/** What really stands on the scale of one station, and what a hand does to it. */
public final class Table {

  private static final long MICROGRAMS_PER_STEP = 10_000;
  private static final long REST_NANOS = 300_000_000L;

  private final VirtualTime time;
  private final Truth truth;
  private Optional<Cup> cup = Optional.empty();
  private Flask bottle = new Flask(0, 1_050_000);
  private long residueMicrograms;
  private long handMicrograms;
  private boolean panLifted;
  private long changedNanos = -REST_NANOS;
  private long restlessUntilNanos;

  /** An empty table. */
  public Table(VirtualTime time, Truth truth) {
    this.time = time;
    this.truth = truth;
  }

  /** The cup on the scale. */
  public Optional<Cup> cup() {
    return cup;
  }

  /** Puts a cup on the scale. */
  public void put(Cup fresh) {
    cup = Optional.of(fresh);
    touched();
  }

  /** Lifts the cup off. */
  public Optional<Cup> lift() {
    Optional<Cup> lifted = cup;
    cup = Optional.empty();
    touched();
    return lifted;
  }

  /** The true density of the liquid, micrograms per millilitre. */
  public long density() {
    return bottle.density();
  }

  /** The pump draws from this bottle from now on. */
  public void bottle(Flask mounted) {
    bottle = mounted;
  }

  /** So many nanolitres are drawn for a bottle to take home. */
  public void drawOff(long nanolitres) {
    bottle.take(nanolitres);
  }

  /** Something on the pan that does not belong there. */
  public void residue(long micrograms) {
    residueMicrograms = micrograms;
    touched();
  }

  /** Whether something lies on the pan that does not belong there. */
  public boolean dirty() {
    return residueMicrograms != 0;
  }

  /** A hand that leans on the pan, or nothing. */
  public void hand(long micrograms) {
    handMicrograms = micrograms;
    touched();
  }

  /** The pan itself is lifted, or back. */
  public void liftPan(boolean lifted) {
    panLifted = lifted;
    touched();
  }

  /** A draught keeps the scale from resting so long. */
  public void draught(long nanos) {
    restlessUntilNanos = time.nanos() + nanos;
  }

  boolean panIsLifted() {
    return panLifted;
  }

  boolean rests() {
    return time.nanos() - changedNanos >= REST_NANOS && time.nanos() >= restlessUntilNanos;
  }

  /** What the load cell feels, in whole steps of the scale. */
  long grossMicrograms() {
    long exact =
        residueMicrograms
            + handMicrograms
            + cup.map(c -> c.micrograms() + c.nanolitres() * bottle.density() / 1_000_000)
                .orElse(0L);
    return Math.floorDiv(exact + MICROGRAMS_PER_STEP / 2, MICROGRAMS_PER_STEP)
        * MICROGRAMS_PER_STEP;
  }

  static long step() {
    return MICROGRAMS_PER_STEP;
  }

  /** Liquid comes out of the tube. */
  void pour(String dose, long counted, long nanolitres) {
    bottle.take(nanolitres);
    cup.ifPresent(c -> c.pour(dose, nanolitres));
    truth.flowed(dose, counted, nanolitres, cup.isPresent());
    touched();
  }

  /** A hand draws so many nanolitres out of the bottle, into the cup or beside it. */
  public void draw(String dose, long nanolitres) {
    pour(dose, 0, nanolitres);
  }

  void started(String dose, String intent, long microlitres) {
    truth.started(dose, intent, microlitres);
  }

  private void touched() {
    changedNanos = time.nanos();
  }
}
