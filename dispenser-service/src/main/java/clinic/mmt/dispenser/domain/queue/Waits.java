package clinic.mmt.dispenser.domain.queue;

import java.time.Instant;

/** What somebody waits for. */
public sealed interface Waits {

  /** May be called: for a dose, or to be looked at again. */
  record Ready() implements Waits {}

  /** At a counter just now. */
  record AtCounter() implements Waits {}

  /** Not fit: the place is kept, and somebody looks again at this time. */
  record Until(Instant lookAgain) implements Waits {}

  /** A doctor comes first. */
  record ForDoctor() implements Waits {}

  /** Was dosed today. */
  record Dosed() implements Waits {}

  /** Has not come yet. */
  record Absent() implements Waits {}
}
