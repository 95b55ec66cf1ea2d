package clinic.mmt.dispenser.app.journal;

import java.time.Instant;

/**
 * An entry before it has a place in the chain.
 *
 * @param at instant, cut to milliseconds
 * @param actor opaque id of who acted
 * @param kind for example {@code dose.pour-intended}
 * @param kindVersion 1 to 65 535
 * @param publicBody bytes to store
 * @param privateBody bytes to store, may be empty
 */
public record Draft(
    Instant at, String actor, String kind, int kindVersion, Bytes publicBody, Bytes privateBody) {

  /** Cuts the instant to what is stored and checks the version's range. */
  public Draft {
    at = Instant.ofEpochMilli(at.toEpochMilli());
    if (kindVersion < 1 || kindVersion > 0xFFFF) {
      throw new IllegalArgumentException("a kind version is 1 to 65535: " + kindVersion);
    }
  }
}
