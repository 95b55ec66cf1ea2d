package clinic.mmt.dispenser.domain.reconciliation;

import clinic.mmt.quantity.Volume;
import java.time.LocalDate;

/**
 * An alarm of a {@link DifferenceChart}: worth a person's time.
 *
 * @param day the clinic day of the count that raised it
 * @param since the first day whose count belongs to it
 * @param kind what was seen
 * @param amount how much is missing (below zero) or too much since then, beyond what is expected
 */
public record Finding(LocalDate day, LocalDate since, Kind kind, Volume amount) {

  /** What was seen. */
  public enum Kind {
    /** One count is further off than honest work explains. */
    ONE_DAY,
    /** Day after day a little, in one direction, more than before. */
    EVERY_DAY,
    /** All differences since the first count together are more than the devices explain. */
    IN_ALL
  }
}
