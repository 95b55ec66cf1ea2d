package clinic.mmt.dispenser.domain.degraded;

import clinic.mmt.dispenser.domain.dispense.StationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A time in which doses may have been given on paper.
 *
 * @param id of the downtime
 * @param station where; empty: the whole clinic
 * @param day clinic day whose doses the sheet tells
 * @param from since when nothing could be written
 * @param standing what is known of its sheet
 * @param by who said so; the service itself where it only proposes
 * @param reason in words
 */
public record Downtime(
    String id,
    Optional<StationId> station,
    LocalDate day,
    Instant from,
    Standing standing,
    String by,
    String reason) {

  /** What is known of the sheet of a downtime. */
  public enum Standing {
    /** The service noticed a pause and asks whether doses were given on paper. */
    PROPOSED,
    /** Doses may have been given on paper; the sheet is owed. */
    OWED,
    /** The sheet is in, or two people have declared it empty. */
    IN,
    /** A person says that no sheet was in use. */
    NONE
  }

  /** Whether somebody still has to say something before anybody is dosed again. */
  public boolean open() {
    return standing == Standing.PROPOSED || standing == Standing.OWED;
  }

  /**
   * Whether it keeps {@code where} from dosing on {@code today}. A sheet of an earlier day keeps
   * the whole clinic from opening.
   */
  public boolean stops(StationId where, LocalDate today) {
    return open() && (day.isBefore(today) || station.map(where::equals).orElse(true));
  }

  /** The same with another standing. */
  public Downtime with(Standing next) {
    return new Downtime(id, station, day, from, next, by, reason);
  }
}
