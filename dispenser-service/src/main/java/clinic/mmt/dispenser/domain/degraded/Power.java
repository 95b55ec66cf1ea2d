package clinic.mmt.dispenser.domain.degraded;

import java.time.Duration;
import java.util.Optional;

/** What the counters run on, as far as it is known. */
public sealed interface Power {

  /** The mains are there. */
  record Mains() implements Power {}

  /**
   * The mains are out, and the battery of the UPS carries the counters.
   *
   * @param left how long it lasts, in whole minutes, rounded down; zero once the UPS calls its
   *     battery low; empty when it does not tell
   * @param percent of its charge, 0 to 100; empty when it does not tell
   */
  record OnBattery(Optional<Duration> left, Optional<Integer> percent) implements Power {}

  /** Nobody knows. It is told and stops nothing: a clinic without a UPS works all the same. */
  record Unknown(Why why) implements Power {}

  /** Why nobody knows. */
  enum Why {
    /** The service of the UPS does not answer. */
    NO_ANSWER,
    /** It knows no UPS of that name. */
    NO_SUCH_UPS,
    /** It does not reach the UPS itself. */
    NO_DATA,
    /** It says something that tells neither mains nor battery. */
    NOT_UNDERSTOOD
  }

  /**
   * Whether a new pour may begin: not on a battery that lasts less than {@code floor}, nor on one
   * of which nobody knows how long it lasts. An open cup is finished either way.
   */
  default boolean newPoursBegin(Duration floor) {
    return switch (this) {
      case Mains mains -> true;
      case Unknown unknown -> true;
      case OnBattery battery ->
          battery.left().map(left -> left.compareTo(floor) >= 0).orElse(false);
    };
  }
}
