package clinic.mmt.dispenser.app;

import java.time.Instant;

/** The clinic's wall clock. Data, never order, never a deadline. */
@FunctionalInterface
public interface Clock {

  /** The instant, milliseconds matter. */
  Instant instant();
}
