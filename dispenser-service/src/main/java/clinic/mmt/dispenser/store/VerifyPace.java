package clinic.mmt.dispenser.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/**
 * How fast a ledger is verified, and how fast SQLite gives the same rows to somebody who only reads
 * them: the bare path of {@code docs/performance.md}.
 */
public final class VerifyPace {

  private static final String ROWS =
      """
      SELECT sequence, format, at, kind, kind_version, actor, public, private, salt,
        private_hash, hash
      FROM journal ORDER BY sequence
      """;

  private VerifyPace() {}

  /**
   * So many entries in so long.
   *
   * @param nanos how long, at least 1
   */
  public record Pace(long entries, long nanos) {

    /** How many in a second. */
    public double perSecond() {
      return entries * 1e9 / nanos;
    }

    /** For people. */
    public String line() {
      return String.format(
          Locale.ROOT, "%d entries in %.1f s, %.0f a second", entries, nanos / 1e9, perSecond());
    }
  }

  /** A report and how long it took. */
  public record Timed(VerifyReport report, long nanos) {

    /** With the number of entries of the report. */
    public Pace pace(long entries) {
      return new Pace(entries, nanos);
    }
  }

  /** Verifies, with a look at the clock before and after. */
  public static Timed timed(Path ledger, VerifyOptions options) {
    long began = System.nanoTime();
    VerifyReport report = JournalVerifier.verify(ledger, options);
    return new Timed(report, Math.max(1, System.nanoTime() - began));
  }

  /** Reads every column of every row and does nothing with it. */
  public static Pace bare(Path ledger) throws IOException {
    long began = System.nanoTime();
    long[] seen = new long[2];
    try (Db db = JournalVerifier.open(ledger)) {
      db.each(
          ROWS,
          row -> {
            seen[0]++;
            seen[1] += row.getLong(1) + row.getLong(2) + row.getLong(3) + row.getLong(5);
            seen[1] += row.getString(4).length() + row.getString(6).length();
            for (int column = 7; column <= 11; column++) {
              seen[1] += row.getBytes(column).length;
            }
          });
    } catch (SQLException e) {
      throw new IOException("the ledger can't be read: " + e.getMessage(), e);
    }
    return new Pace(seen[0], Math.max(1, System.nanoTime() - began));
  }
}
