package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from a thread of its own whether counters and ledger still answer. A counter that does not
 * gets its pump stopped; nothing here depends on an event loop.
 */
final class Watchdog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final long EVERY_MILLIS = 500;
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final House house;
  private final Map<String, Counter> counters;
  private final Map<String, Long> heard = new ConcurrentHashMap<>();
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mmt-watchdog"));

  private final ScheduledFuture<?> looking;

  Watchdog(House house, Map<String, Counter> counters) {
    this.house = house;
    this.counters = Map.copyOf(counters);
    long now = house.timers().nanos();
    heard.put("ledger", now);
    counters.keySet().forEach(c -> heard.put(c, now));
    this.looking =
        executor.scheduleWithFixedDelay(
            this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    house
        .journal()
        .transact(
            new Transaction<Boolean>(
                "watchdog", house.clock().instant(), reads -> Decision.accept(List.of(), true)),
            outcome -> {
              if (outcome instanceof Outcome.Done<Boolean>) {
                heard.put("ledger", house.timers().nanos());
              }
            });
    counters.forEach(
        (name, counter) -> {
          counter.whetherInMotion(moving -> heard.put(name, house.timers().nanos()));
          if (silent(name)) {
            LOG.error("counter {} does not answer; its pump is being stopped", name);
            counter.devices().stop(report -> {});
            counter.stop(Optional.empty(), "the watchdog");
          }
        });
  }

  private boolean silent(String what) {
    return house.timers().nanos() - heard.getOrDefault(what, 0L) > SILENT_NANOS;
  }

  /** Whether ledger and counters answer. */
  boolean ready() {
    return heard.keySet().stream().noneMatch(this::silent);
  }

  @Override
  public void close() {
    looking.cancel(false);
    executor.shutdownNow();
  }
}
