package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.store.DiskSpace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the disk from a thread of its own, and tells the counters when it is full (H65). */
final class SpaceWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpaceWatch.class);
  private static final long EVERY_MILLIS = 1000;

  private final DiskSpace space;
  private final List<Counter> counters;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mmt-disk"));

  private volatile DiskSpace.Reading last;

  SpaceWatch(DiskSpace space, Collection<Counter> counters) {
    this.space = space;
    this.counters = List.copyOf(counters);
    this.last = space.look();
    tell(last.level());
    var unused =
        executor.scheduleWithFixedDelay(this::watch, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The last look. */
  DiskSpace.Reading last() {
    return last;
  }

  private void watch() {
    try {
      DiskSpace.Level before = last.level();
      last = space.keep();
      if (last.level() != before) {
        LOG.warn("disk {}: {} MB free", word(last.level()), megabytes(last));
        tell(last.level());
      }
    } catch (RuntimeException e) {
      LOG.error("the disk could not be looked at", e);
    }
  }

  private void tell(DiskSpace.Level level) {
    Optional<Refusal> why = level == DiskSpace.Level.STOP ? Optional.of(full()) : Optional.empty();
    counters.forEach(counter -> counter.noNewVisits(why));
  }

  private static Refusal full() {
    return Refusal.of(
        "disk-full",
        "H65",
        "The disk is nearly full: no new visit begins, the open dose is finished.",
        "free space on the disk; it goes on by itself");
  }

  static String word(DiskSpace.Level level) {
    return switch (level) {
      case ENOUGH -> "ok";
      case LOW -> "low";
      case STOP -> "stop";
    };
  }

  static long megabytes(DiskSpace.Reading reading) {
    return reading.usable() >> 20;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
