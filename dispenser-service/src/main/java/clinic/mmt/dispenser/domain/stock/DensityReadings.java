package clinic.mmt.dispenser.domain.stock;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Density;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * A density as measured on site: three weighings of a known volume.
 *
 * @param readings in the order they were made
 */
public record DensityReadings(List<Density> readings) {

  private static final int READINGS = 3;

  /** Largest minus smallest, in ten-thousandths of the smallest. */
  private static final long SPREAD = 30;

  /** Copies the list. */
  public DensityReadings {
    readings = List.copyOf(readings);
  }

  /** Whether they are three and lie no more than 0.3 % apart. */
  public boolean together() {
    LongSummaryStatistics s = statistics();
    return readings.size() == READINGS && (s.getMax() - s.getMin()) * 10_000 <= SPREAD * s.getMin();
  }

  /** Their mean. */
  public Density mean() {
    return new Density((statistics().getSum() + readings.size() / 2) / readings.size());
  }

  /** Whether a density lies in the window that any solution of ours can have (H90). */
  public static boolean inWindow(Density density, Profile profile) {
    return density.microgramsPerMillilitre() >= profile.lightest().microgramsPerMillilitre()
        && density.microgramsPerMillilitre() <= profile.heaviest().microgramsPerMillilitre();
  }

  private LongSummaryStatistics statistics() {
    return readings.stream().mapToLong(Density::microgramsPerMillilitre).summaryStatistics();
  }
}
