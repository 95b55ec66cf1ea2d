package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.codec.DoseText;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes rows of {@code view_dose}. Where the row as it was is known, only columns that change are
 * named: an index whose columns are named is written anew even if nothing in it changes, and every
 * page of it is one more to make durable before anybody is answered.
 */
final class DoseRows {

  private static final String WHOLE =
      """
      INSERT INTO view_dose VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET patient = excluded.patient, station = excluded.station,
        day = excluded.day, part = excluded.part, phase = excluded.phase, guard = excluded.guard,
        lane = excluded.lane, ended = excluded.ended,
        micrograms = excluded.micrograms, ended_at = excluded.ended_at, dose = excluded.dose,
        since = CASE WHEN phase = excluded.phase THEN since ELSE excluded.since END,
        sequence = excluded.sequence
      """;

  private static final String CHANGED =
      """
      UPDATE view_dose SET since = CASE WHEN phase = ? THEN since ELSE ? END, phase = ?,
        micrograms = ?, ended_at = ?, dose = ?, sequence = ?\
      """;

  private static final int GUARD = 1;
  private static final int LANE = 2;
  private static final int ENDED = 4;
  private static final int VALUES_MOST = 11;

  private static final List<String> STATEMENTS = statements();

  private final Db db;

  DoseRows(Db db) {
    this.db = db;
  }

  /** Writes {@code state}, which was {@code before} as far as that is known. */
  void write(Optional<State> before, State state, long sequence) throws SQLException {
    if (before.map(was -> sameDose(was.dose(), state.dose())).orElse(false)) {
      changed(before.get().phase(), state, sequence);
    } else {
      whole(state, sequence);
    }
  }

  private static boolean sameDose(Dose was, Dose is) {
    return was.patient().equals(is.patient())
        && was.station().equals(is.station())
        && was.day().equals(is.day())
        && was.part().equals(is.part());
  }

  private void whole(State state, long sequence) throws SQLException {
    Dose dose = state.dose();
    Phase phase = state.phase();
    db.update(
        WHOLE,
        dose.id().value(),
        dose.patient().value(),
        dose.station().value(),
        dose.day().toString(),
        dose.part().number(),
        phase.name(),
        phase.guard().name(),
        phase.lane().name(),
        phase.ended() ? 1 : 0,
        micrograms(dose),
        endedAt(dose),
        DoseText.write(dose),
        sequence,
        sequence);
  }

  /** One text for each set of columns that changes, so that its statement is found at once. */
  private static List<String> statements() {
    List<String> all = new ArrayList<>();
    for (int which = 0; which < 8; which++) {
      all.add(
          CHANGED
              + ((which & GUARD) == 0 ? "" : ", guard = ?")
              + ((which & LANE) == 0 ? "" : ", lane = ?")
              + ((which & ENDED) == 0 ? "" : ", ended = ?")
              + " WHERE id = ?");
    }
    return List.copyOf(all);
  }

  private void changed(Phase was, State state, long sequence) throws SQLException {
    Dose dose = state.dose();
    Phase is = state.phase();
    int which = 0;
    List<Object> values = new ArrayList<>(VALUES_MOST);
    values.add(is.name());
    values.add(sequence);
    values.add(is.name());
    values.add(micrograms(dose));
    values.add(endedAt(dose));
    values.add(DoseText.write(dose));
    values.add(sequence);
    if (was.guard() != is.guard()) {
      which |= GUARD;
      values.add(is.guard().name());
    }
    if (was.lane() != is.lane()) {
      which |= LANE;
      values.add(is.lane().name());
    }
    if (was.ended() != is.ended()) {
      which |= ENDED;
      values.add(is.ended() ? 1 : 0);
    }
    values.add(dose.id().value());
    int rows = db.update(STATEMENTS.get(which), values.toArray());
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows of dose " + dose.id().value());
    }
  }

  private static long micrograms(Dose dose) {
    return dose.order().map(o -> o.dose().micrograms()).orElse(0L);
  }

  private static String endedAt(Dose dose) {
    return dose.endedAt().map(Instant::toString).orElse("");
  }
}
