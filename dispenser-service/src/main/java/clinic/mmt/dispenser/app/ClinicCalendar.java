package clinic.mmt.dispenser.app;

import clinic.mmt.dispenser.domain.queue.IntakeHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Clinic days in the clinic's zone. A day once reached is never left backwards: a clock that jumps
 * back can't open the once-a-day lock again (H60, H61). Nor does a day begin before the time that
 * has really passed says so: a clock that jumps ahead and back again would give some patients two
 * doses, and refuse everybody until the day it had jumped to. A machine that slept over night needs
 * a restart of the service, since its running time stood still.
 *
 * <p>Nobody knows at a start how long the service was away, so a clock that says another day than
 * the last one written is not believed: the day stays until a person has confirmed the new one.
 */
public final class ClinicCalendar {

  /** So far ahead of the running time a clock may be set without its day being doubted. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  private final Clock clock;
  private final ZoneId zone;
  private final AtomicReference<LocalDate> latest;

  /** The latest that it can be by running time; without bound where nobody keeps it. */
  private final AtomicReference<Supplier<Instant>> atLatest;

  private final Optional<Timers> timers;
  private final AtomicBoolean unconfirmed = new AtomicBoolean();
  private final AtomicBoolean held = new AtomicBoolean();
  private final AtomicReference<Set<LocalDate>> closed = new AtomicReference<>(Set.of());
  private final AtomicReference<Optional<LocalTime>> doctorUntil =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<IntakeHours> intake = new AtomicReference<>(IntakeHours.ALL_DAY);

  /** The day that was asked for last: screens ask many times a second, and it lasts all day. */
  private final AtomicReference<Span> lately = new AtomicReference<>(Span.NONE);

  /** A day of the zone, from its first instant to the first of the next. */
  private record Span(LocalDate day, Instant from, Instant next) {

    static final Span NONE = new Span(LocalDate.EPOCH, Instant.MAX, Instant.MIN);

    static Span of(Instant at, ZoneId zone) {
      LocalDate day = at.atZone(zone).toLocalDate();
      return new Span(
          day, day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean has(Instant at) {
      return !at.isBefore(from) && at.isBefore(next);
    }
  }

  /** A calendar that starts no earlier than {@code known}, the instant of the last entry. */
  public ClinicCalendar(Clock clock, ZoneId zone, Instant known) {
    this(clock, zone, known.atZone(zone).toLocalDate(), Optional.empty());
  }

  /** The same, and no day begins before the running time of {@code timers} allows it. */
  public ClinicCalendar(Clock clock, ZoneId zone, Instant known, Timers timers) {
    this(clock, zone, known.atZone(zone).toLocalDate(), Optional.of(timers));
    Instant now = clock.instant();
    atLatest.set(running(now.isAfter(known) ? now : known, timers));
  }

  private ClinicCalendar(Clock clock, ZoneId zone, LocalDate known, Optional<Timers> timers) {
    this.clock = clock;
    this.zone = zone;
    this.timers = timers;
    this.latest = new AtomicReference<>(known);
    this.atLatest = new AtomicReference<>(() -> Instant.MAX);
  }

  /**
   * The calendar of a service that starts.
   *
   * @param known the last clinic day that is written; empty when the ledger is new, and then the
   *     clock's day is the first
   */
  public static ClinicCalendar starting(
      Clock clock, ZoneId zone, Optional<LocalDate> known, Timers timers) {
    LocalDate byClock = clock.instant().atZone(zone).toLocalDate();
    ClinicCalendar calendar =
        new ClinicCalendar(clock, zone, known.orElse(byClock), Optional.of(timers));
    calendar.atLatest.set(running(clock.instant(), timers));
    calendar.unconfirmed.set(known.map(day -> !day.equals(byClock)).orElse(false));
    return calendar;
  }

  /**
   * The same calendar, which knows that the clinic is officially closed on {@code days}: a day
   * missed then is missed for tolerance and nobody's fault.
   */
  public ClinicCalendar closedOn(Set<LocalDate> days) {
    closed.set(Set.copyOf(days));
    return this;
  }

  /** Days on which the clinic is officially closed. */
  public Set<LocalDate> closedDays() {
    return closed.get();
  }

  /** The same calendar, which knows when the last doctor leaves on every day. */
  public ClinicCalendar doctorUntil(Optional<LocalTime> time) {
    doctorUntil.set(time);
    return this;
  }

  /** When the last doctor leaves today, where that is known. */
  public Optional<Instant> doctorLeaves() {
    return doctorUntil.get().map(time -> today().atTime(time).atZone(zone).toInstant());
  }

  /** The same calendar, which knows when people are taken in. */
  public ClinicCalendar takingIn(IntakeHours hours) {
    intake.set(hours);
    return this;
  }

  /** When people are taken in on every day. */
  public IntakeHours intake() {
    return intake.get();
  }

  /** The time of day by the clinic's clock. */
  public LocalTime time() {
    return time(clock.instant());
  }

  /** The clinic day of a moment, by the clinic's zone. */
  public LocalDate dayOf(Instant at) {
    Span known = lately.get();
    if (known.has(at)) {
      return known.day();
    }
    Span found = Span.of(at, zone);
    lately.set(found);
    return found.day();
  }

  /** When a clinic day begins. */
  public Instant beginOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The time of day of a moment, in the clinic's zone. */
  public LocalTime time(Instant at) {
    return at.atZone(zone).toLocalTime();
  }

  private static Supplier<Instant> running(Instant begin, Timers timers) {
    Instant most = begin.plus(SLACK);
    long beginNanos = timers.nanos();
    return () -> most.plusNanos(timers.nanos() - beginNanos);
  }

  /**
   * The day that the clock says, while nobody new is dosed until a person has confirmed it, or has
   * said that it is still the last day; empty when dosing goes on. A clock that says an earlier day
   * can only be set right.
   */
  public Optional<LocalDate> toConfirm() {
    return unconfirmed.get() && !held.get() ? Optional.of(byClock()) : Optional.empty();
  }

  /** What of the clock is in doubt; empty when clock and clinic day agree. */
  public Optional<ClockDoubt> doubt() {
    LocalDate day = today();
    LocalDate clockDay = byClock();
    if (unconfirmed.get()) {
      ClockDoubt.Kind kind = held.get() ? ClockDoubt.Kind.HELD : ClockDoubt.Kind.AT_START;
      return Optional.of(new ClockDoubt(kind, day, clockDay));
    }
    return clockDay.equals(day)
        ? Optional.empty()
        : Optional.of(
            new ClockDoubt(
                clockDay.isAfter(day) ? ClockDoubt.Kind.AHEAD : ClockDoubt.Kind.BACK,
                day,
                clockDay));
  }

  /**
   * A person says that it is {@code day} today; false when that is not what the clock says, or is a
   * day before the last one written, or nothing is in doubt that a person can settle.
   */
  public boolean confirm(LocalDate day) {
    boolean asked =
        doubt()
            .filter(doubt -> doubt.kind() != ClockDoubt.Kind.BACK)
            .map(doubt -> doubt.clock().equals(day) && !day.isBefore(doubt.day()))
            .orElse(false);
    if (asked) {
      latest.set(day);
      timers.ifPresent(t -> atLatest.set(running(clock.instant(), t)));
      held.set(false);
      unconfirmed.set(false);
    }
    return asked;
  }

  /**
   * A person says that it is still {@code day}, the last one written; false unless the clock is
   * wrong for certain, because it says an earlier day. A later one may be right, and whoever was
   * not dosed on the last day could be dosed on two days of one.
   */
  public boolean hold(LocalDate day) {
    boolean good = unconfirmed.get() && day.equals(latest.get()) && byClock().isBefore(day);
    if (good) {
      held.set(true);
    }
    return good;
  }

  private LocalDate byClock() {
    return dayOf(clock.instant());
  }

  /** The clinic day now. */
  public LocalDate today() {
    if (unconfirmed.get()) {
      return latest.get();
    }
    Instant wall = clock.instant();
    Instant most = atLatest.get().get();
    LocalDate reached = dayOf(wall.isAfter(most) ? most : wall);
    // The very same object all day long: thousands of doses share it.
    return latest.accumulateAndGet(reached, (a, b) -> b.isAfter(a) ? b : a);
  }

  /** Whether the clock says a later day than can have come since the start of the service. */
  public boolean clockWentAhead() {
    return byClock().isAfter(today());
  }

  /** Whether the clock says an earlier day than the calendar has reached. */
  public boolean clockWentBack() {
    return byClock().isBefore(today());
  }
}
