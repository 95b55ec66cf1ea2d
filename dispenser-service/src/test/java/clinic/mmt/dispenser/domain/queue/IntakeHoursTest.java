package clinic.mmt.dispenser.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.queue.IntakeHours.Sitting;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sittings of a day, and who is late. */
class IntakeHoursTest {

  private static final IntakeHours TWO =
      new IntakeHours(
          List.of(sitting("07:00", "11:00"), sitting("13:30", "16:30")),
          Optional.of(LocalTime.parse("16:15")));

  private static Sitting sitting(String from, String until) {
    return new Sitting(LocalTime.parse(from), LocalTime.parse(until));
  }

  private record Case(String time, int sitting, boolean late) {}

  @TestFactory
  Stream<DynamicTest> whoMissedASittingIsTakenInTheNextAndNobodyAfterTheLastIntake() {
    return Stream.of(
            new Case("05:00", 1, false),
            new Case("07:00", 1, false),
            new Case("11:00", 1, false),
            new Case("11:00:01", 2, false),
            new Case("13:29", 2, false),
            new Case("16:15", 2, false),
            new Case("16:15:01", 2, true),
            new Case("16:31", 2, true))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.toString(),
                    () -> {
                      LocalTime time = LocalTime.parse(c.time());
                      assertEquals(c.sitting(), TWO.sittingAt(time));
                      assertEquals(c.late(), TWO.late(time));
                    }));
  }

  @Test
  void withoutHoursThereIsOneSittingAndNobodyIsLate() {
    assertEquals(1, IntakeHours.ALL_DAY.sittingAt(LocalTime.MAX));
    assertFalse(IntakeHours.ALL_DAY.late(LocalTime.MAX));
    assertFalse(IntakeHours.ALL_DAY.several());
    assertTrue(TWO.several());
  }

  @Test
  void sittingsFollowEachOther() {
    List<Sitting> overlapping = List.of(sitting("07:00", "11:00"), sitting("10:59", "16:00"));
    assertThrows(
        IllegalArgumentException.class, () -> new IntakeHours(overlapping, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class, () -> new IntakeHours(List.of(), Optional.empty()));
    assertThrows(IllegalArgumentException.class, () -> sitting("11:00", "11:00"));
  }

  @Test
  void aNumberHasTheLetterOfItsSittingOnlyWhereThereAreSeveral() {
    assertEquals("017", new Ticket(1, 17).label(false));
    assertEquals("A017", new Ticket(1, 17).label(true));
    assertEquals("B1204", new Ticket(2, 1204).label(true));
    assertTrue(new Ticket(1, 900).compareTo(new Ticket(2, 1)) < 0);
    assertThrows(IllegalArgumentException.class, () -> new Ticket(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Ticket(5, 1));
    assertThrows(IllegalArgumentException.class, () -> new Ticket(0, 1));
    assertEquals("D001", new Ticket(4, 1).label(true));
  }

  @Test
  void aDayHasNoMoreSittingsThanThereAreLetters() {
    List<Sitting> four =
        Stream.of(7, 9, 11, 13)
            .map(h -> new Sitting(LocalTime.of(h, 0), LocalTime.of(h + 2, 0)))
            .toList();
    assertEquals(4, new IntakeHours(four, Optional.empty()).sittingAt(LocalTime.of(15, 0)));
    List<Sitting> five =
        Stream.concat(four.stream(), Stream.of(sitting("15:00", "16:00"))).toList();
    assertThrows(IllegalArgumentException.class, () -> new IntakeHours(five, Optional.empty()));
  }

  /** */
  @Test
  void whoWasNotSentToADoctorDoesNotComeBackFromOne() {
    assertEquals(DeskDay.NOTHING, DeskDay.NOTHING.backFromDoctor());
    DeskDay back = DeskDay.NOTHING.foundNotFit(Optional.empty()).sentToDoctor("x").backFromDoctor();
    assertEquals(new DeskDay(1, Optional.empty(), DeskDay.Referral.ENDED, "x"), back);
  }
}
