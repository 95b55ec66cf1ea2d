package clinic.mmt.dispenser.domain.reconciliation;

import clinic.mmt.quantity.Volume;

/**
 * The difference (counted less booked) that honest work leads to; derived, with its sources, in
 * {@code docs/domain/reconciliation.md}.
 *
 * @param mean what is lost on the way in any case: below zero, or zero
 * @param random one standard deviation of what is drawn anew for every dose and weighing
 * @param systematic one standard deviation of what keeps its sign from day to day
 */
public record Expected(Volume mean, Volume random, Volume systematic) {

  /** Drop that stays at the nozzle or falls beside the cup, µL a dose. */
  private static final double DRIP = 2;

  /** How far that differs between nozzles and hands, µL a dose. */
  private static final double DRIP_SPREAD = 1;

  /** Water that leaves an opened bottle under its vent, µL a day. */
  private static final double EVAPORATION = 50;

  private static final double EVAPORATION_SPREAD = 30;

  /** Two readings of the cup's scale: half digits, one digit of noise, µL. */
  private static final double DOSE = 8;

  /** One reading of a stock scale with 0.1 g: half digit and noise, µL. */
  private static final double WEIGHING = 100;

  /** Cup's scale against stock scale, each checked on a reference weight. */
  private static final double SCALES = 150e-6;

  /** Factor of the tube; only doses that no scale confirmed are booked by it. */
  private static final double PUMP = 3e-3;

  /** How much more or less than its label a container holds. */
  private static final double OVERAGE = 3e-3;

  /** How many standard deviations a single count may be off. */
  private static final double SINGLE = 4;

  /** For what happened between two counts. */
  public static Expected of(Exposure of) {
    double mean = -(of.doses() * DRIP + of.bottleDays() * EVAPORATION);
    double random =
        root(Math.sqrt((double) of.doses()) * DOSE, Math.sqrt((double) of.weighings()) * WEIGHING);
    double systematic =
        root(
            of.doses() * DRIP_SPREAD,
            of.bottleDays() * EVAPORATION_SPREAD,
            of.weighed().microlitres() * SCALES,
            of.pumped().microlitres() * PUMP,
            of.unweighed().microlitres() * OVERAGE);
    return new Expected(up(mean), up(random), up(systematic));
  }

  private static double root(double... parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part * part;
    }
    return Math.sqrt(sum);
  }

  private double together() {
    return root((double) random.microlitres(), (double) systematic.microlitres());
  }

  private static Volume up(double microlitres) {
    return Volume.ofMicrolitres((long) Math.ceil(microlitres));
  }

  /** One standard deviation of the whole: what a count is expected to spread. */
  public Volume spread() {
    return up(together());
  }

  /** How far a single count may lie from {@link #mean} before somebody has to say why. */
  public Volume limit() {
    return up(SINGLE * together());
  }

  /**
   * Whether one count needs no explanation.
   *
   * @param difference counted less booked
   */
  public boolean explains(Volume difference) {
    return !difference.minus(mean).magnitude().isMoreThan(limit());
  }
}
