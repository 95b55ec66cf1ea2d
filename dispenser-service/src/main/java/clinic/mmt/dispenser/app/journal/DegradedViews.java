package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import java.time.LocalDate;

/** Writes the views that {@link DegradedReads} reads; a store refuses a second mode of a sort. */
public interface DegradedViews {

  /** A mode was entered. */
  void entered(RunningMode mode);

  /** A mode was left. */
  void left(String id);

  /** A clinic day was opened. */
  void opened(Opening opening);

  /** What is known of a downtime, in place of what was known before. */
  void downtime(Downtime downtime);

  /** A line of a sheet. */
  void row(String downtime, SheetRow row);

  /** A sheet is in. */
  void sheetIn(String downtime);

  /** Card and photo stood in for a reader out of order. */
  void readByPhoto(LocalDate day);
}
