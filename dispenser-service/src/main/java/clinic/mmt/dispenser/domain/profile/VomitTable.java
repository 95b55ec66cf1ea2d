package clinic.mmt.dispenser.domain.profile;

import java.time.Duration;
import java.util.List;

/**
 * How much of a dose may be replaced that was vomited in front of staff. Later than the last
 * row nothing is.
 *
 * @param rows in order of their times; none: nothing is ever replaced
 */
public record VomitTable(List<Row> rows) {

  /**
   * One row.
   *
   * @param within so long after the dose, the end counted
   * @param permille of the dose, 1 to 1000
   */
  public record Row(Duration within, int permille) {

    /** Checks the range. */
    public Row {
      if (permille < 1 || permille > 1000) {
        throw new IllegalArgumentException("more than nothing and no more than all is replaced");
      }
    }
  }

  /** Checks that the rows go up in time and down in amount. */
  public VomitTable {
    rows = List.copyOf(rows);
    for (int i = 1; i < rows.size(); i++) {
      Row before = rows.get(i - 1);
      if (rows.get(i).within().compareTo(before.within()) <= 0
          || rows.get(i).permille() > before.permille()) {
        throw new IllegalArgumentException("row " + (i + 1) + " should be later, and no more");
      }
    }
  }

  /** Thousandths of the dose that may be replaced, vomited so many minutes after it. */
  public int permilleAfter(int minutes) {
    Duration after = Duration.ofMinutes(minutes);
    return rows.stream()
        .filter(row -> after.compareTo(row.within()) <= 0)
        .findFirst()
        .map(Row::permille)
        .orElse(0);
  }
}
