package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.domain.reconciliation.Counted;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A year of day counts of a clinic whose devices are as far off as their sheets allow, drop by
 * drop: what is in the bottle, what the cup's scale says of every dose, what the stock scale says
 * of every bottle. It knows nothing of the formulas that its counts are judged by.
 */
final class CountedYear {

  static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  /** Smallest content at which a bottle is changed, µL. */
  private static final double FLOOR = 100_000;

  private static final double DENSITY = 1.02;

  private final Random random;
  private final int patients;
  private final double cupScale;
  private final double stockScale;
  private final double drip;
  private final double evaporation;
  private final List<Counted> counts = new ArrayList<>();

  private double inBottle;
  private double read;
  private double booked;
  private long weighings;
  private long bottles;
  private double difference;

  /**
   * @param seed draws devices, patients and every drop
   * @param patients about how many come a day
   */
  CountedYear(long seed, int patients) {
    this.random = new Random(seed);
    this.patients = patients;
    this.cupScale = 1 + random.nextGaussian() * 1e-4;
    this.stockScale = 1 + random.nextGaussian() * 1e-4;
    this.drip = Math.abs(2 + random.nextGaussian());
    this.evaporation = Math.max(0, 50 + 30 * random.nextGaussian());
    open();
  }

  /** Who takes what: microlitres that leave the bottle unseen on a day of the year, 0 to 364. */
  interface Thief {
    double takes(int day);
  }

  /** Lives through the days; the counts of their evenings. */
  static List<Counted> of(long seed, int patients, Thief thief) {
    CountedYear year = new CountedYear(seed, patients);
    for (int day = 0; day < 365; day++) {
      year.live(day, thief.takes(day));
    }
    return List.copyOf(year.counts);
  }

  private void live(int day, double taken) {
    bottles = 1;
    difference = 0;
    weighings = 1;
    long doses = Math.round(patients * (0.85 + 0.3 * random.nextDouble()));
    double weighed = 0;
    for (long i = 0; i < doses; i++) {
      weighed += pour(2000 + random.nextInt(13_000));
      if (inBottle < FLOOR) {
        close();
        open();
        weighings++;
        bottles++;
      }
    }
    inBottle -= taken;
    close();
    Exposure exposure =
        new Exposure(
            doses,
            Volume.ofMicrolitres(Math.round(weighed)),
            Volume.ZERO,
            Volume.ZERO,
            bottles,
            weighings);
    counts.add(
        new Counted(FIRST.plusDays(day), Volume.ofMicrolitres(Math.round(difference)), exposure));
  }

  /** One cup: what the scale says of it, µL. */
  private double pour(double volume) {
    inBottle -= volume + drip;
    double grams = volume * DENSITY / 1000 * cupScale + 0.003 * random.nextGaussian();
    double tare = 4 + random.nextDouble();
    double said = hundredths(tare + grams) - hundredths(tare);
    double booking = said / DENSITY * 1000;
    booked -= booking;
    return booking;
  }

  /** A full bottle is weighed when it is mounted; what it holds beyond its label is known then. */
  private void open() {
    inBottle = 1_000_000 + 3000 * random.nextGaussian();
    read = weigh();
    booked = read;
  }

  /** The bottle that stands is weighed; the count is what is booked from now on. */
  private void close() {
    inBottle -= evaporation;
    read = weigh();
    weighings++;
    difference += read - booked;
    booked = read;
  }

  private double weigh() {
    double grams = inBottle * DENSITY / 1000 * stockScale + 0.07 * random.nextGaussian();
    return Math.round(grams * 10) / 10.0 / DENSITY * 1000;
  }

  private static double hundredths(double grams) {
    return Math.round(grams * 100) / 100.0;
  }
}
