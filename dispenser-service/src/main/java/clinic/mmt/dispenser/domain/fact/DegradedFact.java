package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Rest;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.staff.StaffId;

/** Modes in which a clinic goes on, openings, and sheets of outages. */
public sealed interface DegradedFact extends Fact {

  /** A degraded mode of a station was entered. */
  record ModeEntered(RunningMode mode) implements DegradedFact {}

  /** A degraded mode was left: the device is in order again, or another mode takes its place. */
  record ModeLeft(String id, StationId station, Mode mode, StaffId by, String reason)
      implements DegradedFact {}

  /** A clinic day was opened, with the running trace that survives the power. */
  record DayOpened(Opening opening) implements DegradedFact {}

  /** A downtime is proposed, declared or denied; a later one with the same id replaces it. */
  record DowntimeNoted(Downtime downtime) implements DegradedFact {}

  /** Two people entered a line of the sheet of a downtime. */
  record SheetRowEntered(String downtime, SheetRow row) implements DegradedFact {}

  /**
   * The sheet of a downtime is in.
   *
   * @param rest what is said of everybody who has no line
   * @param empty whether it was declared empty
   */
  record SheetIn(String downtime, Rest rest, boolean empty, StaffId by) implements DegradedFact {}
}
