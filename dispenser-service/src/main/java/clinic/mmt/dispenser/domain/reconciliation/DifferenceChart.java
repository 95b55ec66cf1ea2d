package clinic.mmt.dispenser.domain.reconciliation;

import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Differences of counts over days: a limit for one day, a cumulative sum for every
 * day a little, and a limit for all together. It learns how this pump and these scales differ, as
 * far as their stated uncertainty allows and no further, so that it can tell a habit of the devices
 * from a habit of people. Missing and too much are judged alike and never against each other
 * . Derived in {@code docs/domain/reconciliation.md}.
 */
public final class DifferenceChart {

  /** Half of the steady loss that it is made to find: 1 mL a day. */
  private static final double SLACK = 500;

  /** What the sum may reach, in standard deviations of one count; and never less than this. */
  private static final double DECISION = 5;

  private static final double LEAST_DECISION = 1000;

  /** A device is not further off than this many of its standard deviations. */
  private static final double FURTHEST = 2.5;

  /** How many standard deviations one day, and all days together, may be off. */
  private static final double SINGLE = 4;

  private static final double TOGETHER = 3.5;

  /** From here on the devices are known: what rises now is not learned away. */
  private static final double KNOWN = 10;

  private final List<Finding> findings = new ArrayList<>();
  private final Side missing = new Side(-1);
  private final Side surplus = new Side(1);

  private double weight = 1;
  private double leaning;
  private double sum;
  private double variance;
  private double drift;
  private Optional<LocalDate> first = Optional.empty();

  private DifferenceChart() {}

  /** What counts, in the order of their days, give reason to look into. */
  public static List<Finding> over(List<Counted> counts) {
    DifferenceChart chart = new DifferenceChart();
    counts.forEach(chart::add);
    return List.copyOf(chart.findings);
  }

  private void add(Counted count) {
    Expected expected = Expected.of(count.exposure());
    double off = count.difference().minus(expected.mean()).microlitres();
    double random = Math.max(1, expected.random().microlitres());
    double systematic = expected.systematic().microlitres();
    double habit = Math.clamp(leaning, -FURTHEST, FURTHEST) * systematic;
    double residual = off - habit;
    double spread = Math.sqrt(random * random + systematic * systematic / weight);
    if (Math.abs(residual) > SINGLE * spread) {
      found(count.day(), count.day(), Finding.Kind.ONE_DAY, residual);
      return;
    }
    boolean less = missing.add(count.day(), residual, spread);
    boolean more = surplus.add(count.day(), residual, spread);
    together(count.day(), off, random, systematic);
    if (weight < KNOWN || !(less || more)) {
      learn(off, random, systematic);
    }
  }

  /** All days since the last alarm of this kind: nobody's habit hides in what was learned. */
  private void together(LocalDate day, double off, double random, double systematic) {
    LocalDate since = first.orElse(day);
    first = Optional.of(since);
    sum += off;
    variance += random * random;
    drift += systematic;
    if (Math.abs(sum) > FURTHEST * drift + TOGETHER * Math.sqrt(variance)) {
      found(day, since, Finding.Kind.IN_ALL, sum);
      sum = 0;
      variance = 0;
      drift = 0;
      first = Optional.empty();
    }
  }

  /** Normal prior of one standard deviation, one observation more. */
  private void learn(double off, double random, double systematic) {
    double information = systematic * systematic / (random * random);
    leaning = (leaning * weight + systematic * off / (random * random)) / (weight + information);
    weight += information;
  }

  private void found(LocalDate day, LocalDate since, Finding.Kind kind, double amount) {
    findings.add(new Finding(day, since, kind, Volume.ofMicrolitres(Math.round(amount))));
  }

  /** The cumulative sum in one direction. */
  private final class Side {
    private final int sign;
    private double reached;
    private double amount;
    private Optional<LocalDate> since = Optional.empty();

    Side(int sign) {
      this.sign = sign;
    }

    /** Whether the sum is above zero: then nothing is learned from the count. */
    boolean add(LocalDate day, double residual, double spread) {
      reached += sign * residual - SLACK;
      if (reached <= 0) {
        start();
        return false;
      }
      since = since.or(() -> Optional.of(day));
      amount += residual;
      if (reached > Math.max(LEAST_DECISION, DECISION * spread)) {
        found(day, since.orElse(day), Finding.Kind.EVERY_DAY, amount);
        start();
      }
      return true;
    }

    private void start() {
      reached = 0;
      amount = 0;
      since = Optional.empty();
    }
  }
}
