package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.degraded.GivenToday;
import clinic.mmt.dispenser.app.degraded.PowerSeen;
import clinic.mmt.dispenser.app.degraded.PowerSeen.Papers;
import clinic.mmt.dispenser.app.degraded.PowerWatch;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Power;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a counter does when the mains go and a battery carries it (R-122, H95). */
class PowerWatchTest {

  private final Bed bed = new Bed();
  private final List<String> papers = new ArrayList<>();
  private final List<PowerSeen> told = new ArrayList<>();
  private Power power = new Power.Mains();
  private Optional<String> place = Optional.of("/data/papers");

  /** Saves wait here until the test lets them end. */
  private Optional<List<Runnable>> held = Optional.empty();

  private final class Folder implements PowerWatch.Copies {
    @Override
    public void save(Consumer<Optional<String>> reply) {
      long given =
          bed.<Long>read(
              reads ->
                  new GivenToday(bed.house)
                      .of(reads).stream()
                          .filter(line -> line.standing() == GivenToday.Standing.GIVEN)
                          .filter(line -> line.at().isPresent())
                          .count());
      papers.add("save " + given);
      Runnable end = () -> reply.accept(place);
      held.ifPresentOrElse(waiting -> waiting.add(end), end);
    }

    @Override
    public void remove() {
      papers.add("remove");
    }
  }

  private Bed watched() {
    new PowerWatch(
            bed.house,
            reply -> reply.accept(power),
            new Folder(),
            bed.lanes.lane("power"),
            seen -> {
              told.add(seen);
              bed.counter.power(seen);
            })
        .begin();
    return bed.run();
  }

  private Bed on(Power next) {
    power = next;
    return bed.wait(Duration.ofSeconds(5));
  }

  private static Power.OnBattery battery(int minutes) {
    return new Power.OnBattery(Optional.of(Duration.ofMinutes(minutes)), Optional.of(50));
  }

  private String notice() {
    return bed.screen.notice().map(Refusal::code).orElse("");
  }

  private Papers papersOnScreen() {
    return bed.screen.power().orElseThrow().papers();
  }

  @Test
  void withoutAUpsNothingIsAskedAndNothingChanges() { // the control
    bed.wait(Duration.ofMinutes(5));
    assertEquals(Optional.empty(), bed.screen.power());
    bed.identify("P-A").pour(8500).is(Phase.MEASURED).handOverMeasured();
    assertEquals(List.of(), papers);
  }

  @Test
  void onMainsDosesAreGivenAndNoPaperIsWritten() {
    watched();
    bed.identify("P-A").pour(8500).is(Phase.MEASURED).handOverMeasured();
    bed.wait(Duration.ofMinutes(1));
    assertEquals(List.of("remove"), papers, "what an earlier run left");
    assertEquals(1, told.size(), "only what changes is told");
  }

  @Test
  void theListIsOnTheDiskBeforeAnythingElseAndAgainAfterEachDose() {
    watched();
    bed.identify("P-A").pour(8500).handOverMeasured();
    on(battery(30));
    assertEquals(List.of("remove", "save 1"), papers);
    assertEquals(new Papers.At("/data/papers"), papersOnScreen());
    bed.wait(Duration.ofMinutes(1));
    assertEquals(2, papers.size(), "nothing was written, so nothing is saved again");
    bed.identify("P-B").pour(8500).handOverMeasured();
    bed.wait(Duration.ofSeconds(5));
    assertEquals("save 2", papers.getLast());
    on(new Power.Mains());
    assertEquals("remove", papers.getLast());
    assertEquals(new Papers.None(), papersOnScreen());
  }

  @Test
  void papersThatCannotBeWrittenAreToldAndTriedAgain() {
    watched();
    place = Optional.empty();
    on(battery(30));
    assertEquals(new Papers.Failed(), papersOnScreen());
    int tried = papers.size();
    place = Optional.of("/data/papers");
    bed.wait(Duration.ofSeconds(5));
    assertEquals(tried + 1, papers.size());
    assertEquals(new Papers.At("/data/papers"), papersOnScreen());
  }

  @Test
  void papersThatEndAfterThePowerIsBackAreRemovedToo() {
    watched();
    List<Runnable> waiting = new ArrayList<>();
    held = Optional.of(waiting);
    on(battery(30));
    on(battery(29));
    assertEquals(1, waiting.size(), "one save at a time");
    on(new Power.Mains());
    waiting.forEach(Runnable::run);
    bed.run();
    assertEquals("remove", papers.getLast());
    assertEquals(new Papers.None(), papersOnScreen());
  }

  @Test
  void fromTheFloorOnDosesAreGivenOnTheBattery() { // 10 minutes
    watched();
    on(battery(10));
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
  }

  @Test
  void belowTheFloorNobodyNewIsBegunWithAndTheWayOnIsTold() {
    watched();
    on(battery(9));
    assertEquals("battery-low", notice());
    bed.card("P-A");
    assertEquals("battery-low", notice());
    bed.empty();
    Refusal refusal = bed.screen.notice().orElseThrow();
    assertEquals("R-122", refusal.rule());
    assertTrue(refusal.liftedBy().contains("downtime sheet"));
    assertTrue(refusal.text().contains("9 min"));
    assertTrue(refusal.vietnamese().orElseThrow().text().contains("9 phút"));
    on(new Power.Mains());
    assertEquals("", notice(), "it goes with its reason");
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
  }

  @Test
  void whoIsIdentifiedAlreadyIsNotPouredForBelowTheFloor() {
    watched();
    bed.identify("P-A").is(Phase.REVIEWING);
    on(battery(9));
    Bed.refused("battery-low", bed.step(Step.POUR));
    bed.is(Phase.REVIEWING);
    on(new Power.Mains());
    bed.pour(8500).is(Phase.MEASURED);
  }

  @Test
  void anOpenCupIsFilledAndDrunkBelowTheFloor() {
    watched();
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.is(Phase.POURING);
    on(battery(3));
    bed.devices.flow(4000);
    bed.stop();
    bed.run().is(Phase.DISCREPANCY);
    Bed.done(bed.step(Step.REST));
    bed.devices.finish(4500);
    bed.run();
    bed.is(Phase.MEASURED).handOverMeasured().empty();
    bed.card("P-B");
    assertEquals("battery-low", notice());
  }

  @Test
  void aBatteryOfUnknownTimeStopsNewPours() {
    watched();
    on(new Power.OnBattery(Optional.empty(), Optional.empty()));
    bed.card("P-A");
    assertEquals("battery-low", notice());
    assertTrue(bed.screen.notice().orElseThrow().text().contains("nobody knows"));
  }

  @ParameterizedTest
  @EnumSource(Power.Why.class)
  void aUpsThatIsNotThereIsToldAndStopsNothing(Power.Why why) {
    power = new Power.Unknown(why);
    watched();
    assertEquals(Optional.of(power), bed.screen.power().map(PowerSeen::power));
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
    assertEquals(List.of(), papers);
  }

  /** 30 s: the answers that fail come at 5, 10, 15, 20, 25 and 30 s after the last good one. */
  @Test
  void aBatteryThatWasToldIsBelievedForHalfAMinute() {
    watched();
    on(battery(3));
    power = new Power.Unknown(Power.Why.NO_ANSWER);
    bed.wait(Duration.ofSeconds(25));
    bed.card("P-A");
    assertEquals("battery-low", notice());
    bed.wait(Duration.ofSeconds(5));
    assertEquals(Optional.of(power), bed.screen.power().map(PowerSeen::power));
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
  }

  @Test
  void mainsThatWereToldAreNotBelievedForAMoment() {
    watched();
    on(new Power.Unknown(Power.Why.NO_DATA));
    assertEquals(Optional.of(power), bed.screen.power().map(PowerSeen::power));
  }

  /** Principle 1: in doubt a dose counts as taken, so it stands on the list of who was dosed. */
  @Test
  void whoWasDosedIsListedAndWhoseDoseIsOpenToo() {
    bed.identify("P-A").pour(8500).handOverMeasured();
    bed.identify("P-B");
    DoseId open = bed.visit();
    assertEquals(
        List.of("P-A GIVEN"), bed.read(reads -> words(new GivenToday(bed.house).of(reads))));
    Bed.done(bed.step(Step.POUR));
    assertEquals(
        List.of("P-A GIVEN", "P-B NOT_SETTLED"),
        bed.read(reads -> words(new GivenToday(bed.house).of(reads))));
    assertFalse(bed.read(reads -> reads.dose(open)).isEmpty());
  }

  private static List<String> words(List<GivenToday.Line> lines) {
    return lines.stream().map(line -> line.patient().value() + " " + line.standing()).toList();
  }
}
