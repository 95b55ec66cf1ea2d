package clinic.mmt.dispenser.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clinic days in the clinic's zone. A day once reached is never left backwards: a clock that jumps
 * back can't open the once-a-day lock again (H60, H61).
 */
public final class ClinicCalendar {

  private final Clock clock;
  private final ZoneId zone;
  private final AtomicReference<LocalDate> latest;

  /** A calendar that starts no earlier than {@code known}, the instant of the last entry. */
  public ClinicCalendar(Clock clock, ZoneId zone, Instant known) {
    this.clock = clock;
    this.zone = zone;
    this.latest = new AtomicReference<>(known.atZone(zone).toLocalDate());
  }

  /** The clinic day now. */
  public LocalDate today() {
    LocalDate byClock = clock.instant().atZone(zone).toLocalDate();
    return latest.accumulateAndGet(byClock, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Whether the clock says an earlier day than the calendar has reached. */
  public boolean clockWentBack() {
    return clock.instant().atZone(zone).toLocalDate().isBefore(today());
  }
}
