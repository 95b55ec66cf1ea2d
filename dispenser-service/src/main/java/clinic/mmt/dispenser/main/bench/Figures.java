package clinic.mmt.dispenser.main.bench;

import java.util.Arrays;
import java.util.Locale;

/** Samples of one figure on both paths, and its line. */
final class Figures {

  private final long[] ours;
  private final long[] bare;
  private int count;

  Figures(int most) {
    this.ours = new long[most];
    this.bare = new long[most];
  }

  void add(long oursNanos, long bareNanos) {
    ours[count] = oursNanos;
    bare[count] = bareNanos;
    count++;
  }

  private static long percentile(long[] samples, int count, int percent) {
    long[] sorted = Arrays.copyOf(samples, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, count * percent / 100)] / 1000;
  }

  /** {@code name ours bare ratio limit ok|over}, times in whole microseconds. */
  String line(String name, int percent, double limit) {
    long a = percentile(ours, count, percent);
    long b = percentile(bare, count, percent);
    double ratio = (double) a / b;
    return String.format(
        Locale.ROOT,
        "%s-p%d-us %d %d %.2f %.1f %s",
        name,
        percent,
        a,
        b,
        ratio,
        limit,
        ratio <= limit ? "ok" : "over");
  }
}
