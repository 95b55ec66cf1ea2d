package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Timers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A long read that many screens ask for: made by one at a time, and the same for everybody within
 * so long. Ten walls cost as much as one.
 */
final class Fresh<T> {

  private final Timers timers;
  private final long keptNanos;
  private final Supplier<T> make;
  private Optional<Kept<T>> kept = Optional.empty();

  private record Kept<T>(T value, long nanos) {}

  /** With what makes it, and how long it holds. */
  Fresh(Timers timers, Duration holds, Supplier<T> make) {
    this.timers = timers;
    this.keptNanos = holds.toNanos();
    this.make = make;
  }

  /** It, made on the caller's thread where the last one is too old. */
  synchronized T get() {
    long now = timers.nanos();
    Optional<Kept<T>> known = kept.filter(k -> now - k.nanos() < keptNanos);
    if (known.isPresent()) {
      return known.get().value();
    }
    T made = make.get();
    kept = Optional.of(new Kept<>(made, now));
    return made;
  }
}
