package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.ClockDoubt;
import clinic.mmt.dispenser.app.DayBook;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A counter after a start on another day than the last one written (H60). */
class CounterDayTest {

  private static final LocalDate BEFORE = Bed.DAY.minusDays(1);

  private final Bed bed =
      new Bed(
          (clock, timers) ->
              ClinicCalendar.starting(
                  clock, ZoneId.of("Asia/Ho_Chi_Minh"), Optional.of(BEFORE), timers));
  private final DayBook book = new DayBook(bed.house);

  private Answered<LocalDate> confirm(LocalDate day) {
    List<Answered<LocalDate>> answers = new ArrayList<>();
    book.confirm(Bed.NURSE, day, answers::add);
    bed.run();
    return answers.getFirst();
  }

  @Test
  void nobodyNewIsBegunWithUntilSomebodyConfirmsTheDay() {
    book.keep();
    bed.card("P-A").empty();
    assertEquals("day-not-confirmed", bed.notice());
    assertEquals(Optional.of(Bed.DAY), bed.screen.confirmDay());
    assertEquals(Optional.empty(), bed.read(Reads::latestDay), "nothing is written of itself");
    assertEquals(Optional.of("not-the-day"), UseCases.refused(confirm(Bed.DAY.plusDays(1))));
    assertEquals(Bed.DAY, UseCases.yes(confirm(Bed.DAY)));
    assertEquals(Optional.of(Bed.DAY), bed.read(Reads::latestDay));
    bed.identify("P-A").is(Phase.REVIEWING);
    assertEquals(Optional.empty(), bed.screen.confirmDay());
  }

  /** A second answer of somebody else changes nothing. */
  @Test
  void theDayIsConfirmedOnce() {
    UseCases.yes(confirm(Bed.DAY));
    long head = bed.journal.head();
    assertEquals(Bed.DAY, UseCases.yes(confirm(Bed.DAY)));
    assertEquals(head, bed.journal.head());
    assertTrue(head > 0);
  }

  private static Bed behind() {
    return new Bed(
        (clock, timers) ->
            ClinicCalendar.starting(
                clock, ZoneId.of("Asia/Ho_Chi_Minh"), Optional.of(Bed.DAY), timers),
        Duration.ofDays(-20_000));
  }

  private static Answered<LocalDate> hold(Bed at, Session by, LocalDate day) {
    List<Answered<LocalDate>> answers = new ArrayList<>();
    new DayBook(at.house).hold(by, day, answers::add);
    at.run();
    at.counter.stockChanged();
    at.run();
    return answers.getFirst();
  }

  /** H99, the drill of the clock: one act after a start with a dead battery, people are dosed. */
  @Test
  void afterAStartWithADeadClockOneActLetsDosingGoOnInTheLastDay() {
    Bed dead = behind();
    dead.card("P-A").empty();
    assertEquals("day-not-confirmed", dead.notice());
    assertTrue(dead.screen.notice().orElseThrow().liftedBy().contains("still the last day"));
    long head = dead.journal.head();
    Session keeper = Bed.session("S-keeper", Role.STORE_KEEPER);
    assertEquals(Optional.of("not-your-function"), UseCases.refused(hold(dead, keeper, Bed.DAY)));
    assertEquals(
        Optional.of("clock-may-be-right"),
        UseCases.refused(hold(dead, Bed.NURSE, Bed.DAY.minusDays(1))));
    assertEquals(head, dead.journal.head());
    assertEquals(Bed.DAY, UseCases.yes(hold(dead, Bed.NURSE, Bed.DAY)));
    assertEquals(head + 1, dead.journal.head(), "who said so is written");
    assertEquals(Optional.of(ClockDoubt.Kind.HELD), dead.screen.clock().map(ClockDoubt::kind));
    dead.identify("P-A").is(Phase.REVIEWING);
    DoseId dose = dead.visit();
    dead.pour(8500).handOverMeasured();
    assertEquals(Phase.CONSUMED, dead.phase(dose));
    assertEquals(
        Bed.DAY,
        dead.<LocalDate>read(reads -> reads.dose(dose).orElseThrow().dose().day()),
        "in the day that is held");
    dead.identify("P-A").empty();
    assertEquals("already-dosed", dead.notice(), "and nobody twice on it");
  }

  /** H61: the clock is set right afterwards; the day goes on when somebody confirms it. */
  @Test
  void aHeldDayEndsWhenTheClockIsRightAndSomebodyConfirms() {
    Bed dead = behind();
    UseCases.yes(hold(dead, Bed.NURSE, Bed.DAY));
    dead.clockShift = Duration.ofDays(1);
    List<Answered<LocalDate>> answers = new ArrayList<>();
    new DayBook(dead.house).confirm(Bed.NURSE, Bed.DAY.plusDays(1), answers::add);
    dead.run();
    assertEquals(Bed.DAY.plusDays(1), UseCases.yes(answers.getFirst()));
    assertEquals(Optional.empty(), dead.house.calendar().doubt());
    assertEquals(Optional.of(Bed.DAY.plusDays(1)), dead.read(Reads::latestDay));
  }

  /** H60: a clock that runs ahead in the middle of the day stops nobody, and is shown. */
  @Test
  void aClockThatRunsAheadStopsNobody() {
    Bed ahead =
        new Bed(
            (clock, timers) ->
                new ClinicCalendar(clock, ZoneId.of("Asia/Ho_Chi_Minh"), Bed.MORNING, timers));
    ahead.clockShift = Duration.ofDays(3);
    ahead.identify("P-A").is(Phase.REVIEWING);
    assertEquals(Optional.of(ClockDoubt.Kind.AHEAD), ahead.screen.clock().map(ClockDoubt::kind));
    ahead.pour(8500).is(Phase.MEASURED);
  }
}
