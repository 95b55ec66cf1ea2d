package clinic.mmt.dispenser.domain.site;

import java.time.Duration;
import java.time.Instant;

/**
 * The order pack by which a patient is dosed here.
 *
 * @param site the treatment site that orders
 * @param listed whether its latest pack has the patient
 * @param made when that pack was written
 * @param until its last moment
 */
public record PackOrders(SiteName site, boolean listed, Instant made, Instant until) {

  /** Whether its time is over. */
  public boolean isOld(Instant now) {
    return now.isAfter(until);
  }

  /** Its age in whole hours; none while the clocks of two sites disagree a little. */
  public long hours(Instant now) {
    return Math.max(0, Duration.between(made, now).toHours());
  }
}
