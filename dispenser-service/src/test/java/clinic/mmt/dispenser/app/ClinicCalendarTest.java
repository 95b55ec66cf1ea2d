package clinic.mmt.dispenser.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.counter.VirtualTimers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clinic days go forward only (H60, H61). */
class ClinicCalendarTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant MORNING = Instant.parse("2026-03-02T00:30:00Z");

  private Instant now = MORNING;

  @Test
  void theDayChangesAtMidnightOfTheClinicsZone() {
    ClinicCalendar calendar = calendar();
    now = Instant.parse("2026-03-02T16:59:59Z");
    assertEquals(LocalDate.of(2026, 3, 2), calendar.today());
    now = Instant.parse("2026-03-02T17:00:00Z");
    assertEquals(LocalDate.of(2026, 3, 3), calendar.today());
  }

  @Test
  void noJumpOfTheClockOpensADayThatWasReachedBefore() { // H60
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      now = MORNING;
      ClinicCalendar calendar = calendar();
      LocalDate latest = calendar.today();
      for (int i = 0; i < 50; i++) {
        now = now.plus(Duration.ofSeconds(random.nextLong(-400L * 86_400, 400L * 86_400)));
        LocalDate today = calendar.today();
        assertFalse(today.isBefore(latest), "seed " + seed);
        latest = today;
      }
    }
  }

  @Test
  void aClockWithoutBatteryStartsAtTheLastEntry() { // H61: boot at 1970
    now = Instant.EPOCH;
    ClinicCalendar calendar = new ClinicCalendar(() -> now, ZONE, MORNING);
    assertEquals(LocalDate.of(2026, 3, 2), calendar.today());
    assertTrue(calendar.clockWentBack());
    now = MORNING;
    assertFalse(calendar.clockWentBack());
  }

  @Test
  void aJumpAheadBeginsNoDayThatHasNotComeByRunningTime() { // H04, H60: found by the simulator
    VirtualTimers timers = new VirtualTimers();
    ClinicCalendar calendar = new ClinicCalendar(() -> now, ZONE, MORNING, timers);
    now = MORNING.plus(Duration.ofDays(200));
    assertEquals(LocalDate.of(2026, 3, 2), calendar.today(), "no second dose on this day");
    assertTrue(calendar.clockWentAhead());
    now = MORNING.plus(Duration.ofHours(24));
    timers.advance(Duration.ofHours(24), () -> {});
    assertEquals(LocalDate.of(2026, 3, 3), calendar.today(), "the next day comes as ever");
    assertFalse(calendar.clockWentAhead());
  }

  @Test
  void aSmallCorrectionOfTheClockIsBelieved() { // the control of the one before
    VirtualTimers timers = new VirtualTimers();
    ClinicCalendar calendar = new ClinicCalendar(() -> now, ZONE, MORNING, timers);
    timers.advance(Duration.ofMinutes(16 * 60 + 25), () -> {});
    now = Instant.parse("2026-03-02T17:04:59Z");
    assertEquals(LocalDate.of(2026, 3, 3), calendar.today());
  }

  /** H60: nobody knows how long a service was away, nor whether its clock is right. */
  @Test
  void afterAStartOnAnotherDayTheDayStaysUntilAPersonConfirmsIt() {
    VirtualTimers timers = new VirtualTimers();
    LocalDate last = LocalDate.of(2026, 3, 2);
    now = MORNING.plus(Duration.ofDays(1));
    ClinicCalendar calendar = ClinicCalendar.starting(() -> now, ZONE, Optional.of(last), timers);
    assertEquals(last, calendar.today(), "whoever was dosed on it stays dosed");
    assertEquals(Optional.of(last.plusDays(1)), calendar.toConfirm());
    timers.advance(Duration.ofHours(30), () -> {});
    assertEquals(last, calendar.today(), "no time passes into a day by itself");
    assertFalse(calendar.confirm(last.plusDays(2)), "not what the clock says");
    assertTrue(calendar.confirm(last.plusDays(1)));
    assertEquals(last.plusDays(1), calendar.today());
    assertEquals(Optional.empty(), calendar.toConfirm());
  }

  @Test
  void aClockSetRightBeforeTheAnswerIsTheOneConfirmed() {
    LocalDate last = LocalDate.of(2026, 3, 2);
    now = MORNING.plus(Duration.ofDays(400));
    ClinicCalendar calendar =
        ClinicCalendar.starting(() -> now, ZONE, Optional.of(last), new VirtualTimers());
    now = MORNING.plus(Duration.ofDays(1));
    assertFalse(calendar.confirm(last.plusDays(400)));
    assertTrue(calendar.confirm(last.plusDays(1)));
  }

  @Test
  void aClockBehindTheLastDayCanOnlyBeSetRight() { // H61
    LocalDate last = LocalDate.of(2026, 3, 2);
    now = Instant.EPOCH;
    ClinicCalendar calendar =
        ClinicCalendar.starting(() -> now, ZONE, Optional.of(last), new VirtualTimers());
    assertFalse(calendar.confirm(LocalDate.of(1970, 1, 1)));
    assertEquals(last, calendar.today());
    now = MORNING;
    assertTrue(calendar.confirm(last), "the same day goes on");
  }

  private static Optional<ClockDoubt.Kind> mode(ClinicCalendar calendar) {
    return calendar.doubt().map(ClockDoubt::kind);
  }

  /** H61: somebody says which day it is; no day begins until the clock is right and confirmed. */
  @Test
  void whileAClockIsBehindAPersonHoldsTheLastDay() {
    VirtualTimers timers = new VirtualTimers();
    LocalDate last = LocalDate.of(2026, 3, 2);
    now = Instant.EPOCH;
    ClinicCalendar calendar = ClinicCalendar.starting(() -> now, ZONE, Optional.of(last), timers);
    assertEquals(Optional.of(ClockDoubt.Kind.AT_START), mode(calendar));
    assertFalse(calendar.hold(last.plusDays(1)), "not the last day");
    assertTrue(calendar.hold(last));
    assertEquals(Optional.empty(), calendar.toConfirm(), "people are dosed");
    assertEquals(Optional.of(ClockDoubt.Kind.HELD), mode(calendar));
    timers.advance(Duration.ofHours(40), () -> {});
    now = MORNING.plus(Duration.ofDays(1));
    assertEquals(last, calendar.today(), "no day begins by itself, even by a clock set right");
    assertFalse(calendar.confirm(last.plusDays(2)));
    assertTrue(calendar.confirm(last.plusDays(1)));
    assertEquals(last.plusDays(1), calendar.today());
    assertEquals(Optional.empty(), mode(calendar));
  }

  /** H60: a later day may be right, and a day that is over would be dosed on twice. */
  @Test
  void aClockAheadAtTheStartIsNoReasonToHoldTheDay() {
    LocalDate last = LocalDate.of(2026, 3, 2);
    now = MORNING.plus(Duration.ofDays(1));
    ClinicCalendar calendar =
        ClinicCalendar.starting(() -> now, ZONE, Optional.of(last), new VirtualTimers());
    assertFalse(calendar.hold(last));
    assertEquals(Optional.of(last.plusDays(1)), calendar.toConfirm());
    now = MORNING;
    assertFalse(calendar.hold(last), "the clock says that day: it is confirmed");
    assertTrue(calendar.confirm(last));
  }

  /** H60: a clock that was behind from the start on, and is set right: dosing goes on meanwhile. */
  @Test
  void aClockSetAheadIsConfirmedByAPersonOrOvertakenByTime() {
    VirtualTimers timers = new VirtualTimers();
    ClinicCalendar calendar = new ClinicCalendar(() -> now, ZONE, MORNING, timers);
    now = MORNING.plus(Duration.ofDays(3));
    assertEquals(Optional.of(ClockDoubt.Kind.AHEAD), mode(calendar));
    assertTrue(calendar.doubt().orElseThrow().dosingGoesOn());
    assertEquals(Optional.empty(), calendar.toConfirm(), "nobody is stopped");
    assertFalse(calendar.confirm(LocalDate.of(2026, 3, 4)), "not what the clock says");
    assertTrue(calendar.confirm(LocalDate.of(2026, 3, 5)));
    assertEquals(LocalDate.of(2026, 3, 5), calendar.today());
    assertEquals(Optional.empty(), mode(calendar));
  }

  @Test
  void aClockThatWentBackIsToldAndConfirmedByNobody() { // H60
    VirtualTimers timers = new VirtualTimers();
    ClinicCalendar calendar = new ClinicCalendar(() -> now, ZONE, MORNING, timers);
    assertEquals(Optional.empty(), mode(calendar), "the control");
    now = MORNING.minus(Duration.ofDays(1));
    assertEquals(Optional.of(ClockDoubt.Kind.BACK), mode(calendar));
    assertTrue(calendar.doubt().orElseThrow().dosingGoesOn());
    assertFalse(calendar.confirm(LocalDate.of(2026, 3, 1)));
    assertFalse(calendar.hold(LocalDate.of(2026, 3, 2)), "it is held anyway");
    assertEquals(LocalDate.of(2026, 3, 2), calendar.today());
    now = MORNING;
    assertEquals(Optional.empty(), mode(calendar));
  }

  @Test
  void aStartOnTheSameDayAsksNobody() { // the control
    ClinicCalendar calendar =
        ClinicCalendar.starting(
            () -> now, ZONE, Optional.of(LocalDate.of(2026, 3, 2)), new VirtualTimers());
    assertEquals(Optional.empty(), calendar.toConfirm());
    ClinicCalendar fresh =
        ClinicCalendar.starting(() -> now, ZONE, Optional.empty(), new VirtualTimers());
    assertEquals(LocalDate.of(2026, 3, 2), fresh.today());
  }

  private ClinicCalendar calendar() {
    return new ClinicCalendar(() -> now, ZONE, MORNING);
  }
}
