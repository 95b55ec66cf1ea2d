package clinic.mmt.dispenser.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Clinic days in the clinic's zone. A day once reached is never left backwards: a clock that jumps
 * back can't open the once-a-day lock again (H60, H61). Nor does a day begin before the time that
 * has really passed says so: a clock that jumps ahead and back again would give some patients two
 * doses, and refuse everybody until the day it had jumped to. A machine that slept over night needs
 * a restart of the service, since its running time stood still.
 */
public final class ClinicCalendar {

  /** So far ahead of the running time a clock may be set without its day being doubted. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  private final Clock clock;
  private final ZoneId zone;
  private final AtomicReference<LocalDate> latest;

  /** The latest that it can be by running time; without bound where nobody keeps it. */
  private final Supplier<Instant> atLatest;

  /** A calendar that starts no earlier than {@code known}, the instant of the last entry. */
  public ClinicCalendar(Clock clock, ZoneId zone, Instant known) {
    this(clock, zone, known, () -> Instant.MAX);
  }

  /** The same, and no day begins before the running time of {@code timers} allows it. */
  public ClinicCalendar(Clock clock, ZoneId zone, Instant known, Timers timers) {
    this(clock, zone, known, running(clock.instant(), known, timers));
  }

  private ClinicCalendar(Clock clock, ZoneId zone, Instant known, Supplier<Instant> atLatest) {
    this.clock = clock;
    this.zone = zone;
    this.latest = new AtomicReference<>(known.atZone(zone).toLocalDate());
    this.atLatest = atLatest;
  }

  private static Supplier<Instant> running(Instant clock, Instant known, Timers timers) {
    Instant begin = (clock.isAfter(known) ? clock : known).plus(SLACK);
    long beginNanos = timers.nanos();
    return () -> begin.plusNanos(timers.nanos() - beginNanos);
  }

  /** The clinic day now. */
  public LocalDate today() {
    Instant wall = clock.instant();
    Instant most = atLatest.get();
    LocalDate byClock = (wall.isAfter(most) ? most : wall).atZone(zone).toLocalDate();
    return latest.accumulateAndGet(byClock, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Whether the clock says a later day than can have come since the start of the service. */
  public boolean clockWentAhead() {
    return clock.instant().atZone(zone).toLocalDate().isAfter(today());
  }

  /** Whether the clock says an earlier day than the calendar has reached. */
  public boolean clockWentBack() {
    return clock.instant().atZone(zone).toLocalDate().isBefore(today());
  }
}
