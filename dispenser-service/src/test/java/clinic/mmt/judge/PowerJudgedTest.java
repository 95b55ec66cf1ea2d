package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the judge makes of a clinic on a battery. */
class PowerJudgedTest {

  private final Judge judge = new Judge();
  private final PowerJudged power = judge.power();

  @Test
  void aPourOnTooLittleBatteryIsSeen() {
    assertTrue(power.armed().isEmpty(), "control: the mains are there");
    power.tooLittle(true);
    assertTrue(power.armed().isPresent());
    power.tooLittle(false);
    assertTrue(power.armed().isEmpty());
  }

  private List<String> rules() {
    return judge.violations().stream().map(Violation::rule).toList();
  }

  @Test
  void whoDrankInTimeAndIsNotOnTheDiskIsSeen() { // R-122, H95
    power.drank("p");
    power.onDisk(Set.of("p"));
    power.drank("q");
    power.due();
    power.drank("late");
    power.dark();
    assertEquals(List.of("papers"), rules());
  }

  @Test
  void whoDrankALittleBeforeTheEndNeedNotBeThere() { // R-122; the control
    power.drank("p");
    power.onDisk(Set.of("p"));
    power.due();
    power.drank("late");
    power.dark();
    assertEquals(List.of(), rules());
  }

  @Test
  void papersThatWereTakenAwayAreThereNoMore() {
    power.drank("p");
    power.onDisk(Set.of("p"));
    power.onDisk(Set.of());
    power.due();
    power.dark();
    assertEquals(List.of("papers"), rules());
  }

  @Test
  void yesterdaysDosesNeedNotBeOnTodaysList() {
    power.drank("p");
    power.dayEnds();
    power.due();
    power.dark();
    assertEquals(List.of(), rules());
  }
}
