package clinic.mmt.dispenser.domain.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.prescription.Schedule.Fault;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rising or falling dose in one act. */
class ScheduleTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

  private static Schedule schedule(long start, long to, long by, int everyDays) {
    return new Schedule(
        Mass.ofMilligrams(start), Mass.ofMilligrams(to), new Mass(by * 1000), everyDays);
  }

  private static List<String> steps(Schedule schedule) {
    return schedule.steps(FIRST).stream()
        .map(step -> step.from().getDayOfMonth() + ":" + step.dose().micrograms() / 1000)
        .toList();
  }

  @Test
  void aDoseRisesUntilItIsReached() {
    assertEquals(List.of("2:20", "5:30", "8:40", "11:45"), steps(schedule(20, 45, 10, 3)));
    assertEquals(List.of("2:20", "3:30"), steps(schedule(20, 30, 10, 1)), "to the milligram");
  }

  @Test
  void aDoseFallsUntilItIsReached() {
    assertEquals(List.of("2:60", "9:55", "16:52"), steps(schedule(60, 52, 5, 7)));
    assertEquals(List.of("2:60", "9:55"), steps(schedule(60, 55, 5, 7)));
  }

  @ParameterizedTest
  @CsvSource({"20,20,10,3,NO_CHANGE", "20,30,0,3,NO_STEP", "20,30,10,0,NO_STEP", "20,30,1,1,"})
  void whatCannotBeIsNamed(long start, long to, long by, int everyDays, Fault fault) {
    assertEquals(
        Optional.ofNullable(fault),
        schedule(start, to, by, everyDays).fault(FIRST, FIRST.plusDays(30)));
  }

  /** The smallest step there is, and one day: both are steps. */
  @Test
  void theSmallestStepIsAStep() {
    Schedule smallest = new Schedule(new Mass(1), new Mass(3), new Mass(1), 1);
    assertEquals(Optional.empty(), smallest.fault(FIRST, FIRST.plusDays(2)));
  }

  /** Three steps of three days: the last dose is reached on the tenth day, the day after nine. */
  @Test
  void theLastDoseIsReachedOnTheLastDayOrBefore() {
    List<Optional<Fault>> faults =
        Stream.of(8, 9, 10)
            .map(days -> schedule(20, 45, 10, 3).fault(FIRST, FIRST.plusDays(days)))
            .toList();
    assertEquals(List.of(Optional.of(Fault.TOO_LONG), Optional.empty(), Optional.empty()), faults);
  }
}
