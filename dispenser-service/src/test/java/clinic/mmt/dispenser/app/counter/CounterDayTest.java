package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.DayBook;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.Phase;
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
}
