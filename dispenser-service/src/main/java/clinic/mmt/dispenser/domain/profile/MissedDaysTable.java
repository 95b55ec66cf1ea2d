package clinic.mmt.dispenser.domain.profile;

import java.util.List;
import java.util.Optional;

/**
 * A profile's table of consecutive missed days, without gaps: one row for every number from 0 on.
 *
 * @param rows in order, the last one open-ended
 */
public record MissedDaysTable(List<MissedDaysRow> rows) {

  /** Checks that the rows follow each other from 0 on and end open. */
  public MissedDaysTable {
    rows = List.copyOf(rows);
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      MissedDaysRow row = rows.get(i);
      boolean last = i == rows.size() - 1;
      if (row.from() != next || row.to().isEmpty() != last) {
        throw new IllegalArgumentException(
            "row " + (i + 1) + " should be from " + next + (last ? " without 'to'" : " with 'to'"));
      }
      next = row.to().orElse(row.from()) + 1;
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a table has at least one row");
    }
  }

  /** What holds after {@code missed} days, 0 or more. */
  public MissedDaysRow.Action after(int missed) {
    Optional<MissedDaysRow> row = rows.stream().filter(r -> r.holdsFor(missed)).findFirst();
    return row.orElseThrow(() -> new IllegalArgumentException("fewer than 0 missed days")).action();
  }

  /** From how many missed days on a doctor decides whether treatment ended; empty: never. */
  public Optional<Integer> episodeEndsFrom() {
    return rows.stream()
        .filter(r -> r.action() instanceof MissedDaysRow.Action.EpisodeEnds)
        .map(MissedDaysRow::from)
        .findFirst();
  }

  /** From how many missed days on the treatment begins again; empty: never. */
  public Optional<Integer> beginsAgainFrom() {
    return rows.stream()
        .filter(
            r ->
                r.action() instanceof MissedDaysRow.Action.Reinduct
                    || r.action() instanceof MissedDaysRow.Action.EpisodeEnds)
        .map(MissedDaysRow::from)
        .findFirst();
  }
}
