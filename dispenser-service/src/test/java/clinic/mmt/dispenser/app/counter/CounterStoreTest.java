package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.journal.Kept;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.memory.MemoryDisk;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A failing store, restarts, and many hands at once. */
class CounterStoreTest {

  private final Bed bed = new Bed();

  @Test
  void aStoreThatFailsAtTheIntentMovesNothing() { // H65
    bed.identify("P-A");
    bed.disk.failing("disk full");
    assertInstanceOf(Reply.Failed.class, bed.step(Step.POUR));
    assertTrue(bed.devices.started.isEmpty());
    bed.disk.repaired();
    bed.is(Phase.REVIEWING).pour(8500).is(Phase.MEASURED);
  }

  @Test
  void aStoreThatFailsBeforeTheStartNeverStartsLater() { // the tap was minutes ago
    bed.identify("P-A");
    DoseId dose = bed.visit();
    Command tap = bed.command(Step.POUR, dose, 1, Map.of());
    bed.lanes.between(
        () -> {
          if (bed.devices.done.contains("arm")) {
            bed.disk.failing("disk full");
          }
        });
    bed.ask(tap);
    bed.run();
    bed.lanes.between(() -> {});
    assertTrue(bed.devices.started.isEmpty());
    bed.wait(Duration.ofMinutes(10));
    bed.disk.repaired();
    bed.wait(Duration.ofMinutes(2));
    assertTrue(bed.devices.started.isEmpty(), "nothing pours ten minutes after the tap");
    assertEquals(Phase.VOIDED, bed.phase(dose));
  }

  @Test
  void aStoreThatFailsAtTheOutcomeIsTriedUntilItIsStored() {
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.disk.failing("disk full");
    bed.devices.finish(8500);
    bed.run();
    assertEquals("store-failed", bed.notice());
    bed.wait(Duration.ofSeconds(30));
    bed.disk.repaired();
    bed.wait(Duration.ofSeconds(2)).is(Phase.MEASURED);
    assertEquals("", bed.notice(), "the trouble is over and no longer told");
  }

  @Test
  void whatWasMeasuredWhileTheStoreFailedSurvivesACrash() { // H52
    Bed before = failedAtTheOutcome();
    assertEquals(2, before.journal.kept().size(), "the pump's count and the weight");
    Kept kept = before.journal.kept().getFirst();
    before.disk.repaired();
    Bed bed = restarted(before).is(Phase.HELD);
    assertEquals(8500, bed.screen.onScale().orElseThrow().dose().pumped().microlitres());
    assertTrue(bed.journal.kept().isEmpty());
    long entries = bed.journal.head();
    bed.journal.keep(kept, done -> {}); // Forgetting it was cut short.
    Bed again = restarted(bed).is(Phase.HELD);
    assertEquals(entries, again.journal.head(), "taken in once");
  }

  @Test
  void aStationWhoseResultIsNotWrittenBeginsNoNewVisitAndSaysSo() { // H52
    Bed bed = failedAtTheOutcome();
    bed.card("P-A").card("P-B");
    assertEquals("store-failed", bed.notice());
    assertNotEquals(Optional.of(new PatientId("P-B")), bed.screen.candidate());
    bed.disk.repaired();
    bed.wait(Duration.ofSeconds(2)).is(Phase.MEASURED);
    assertTrue(bed.journal.kept().isEmpty(), "it is in the journal and nowhere else");
    bed.handOverMeasured().card("P-B"); // The control: now it goes on.
    assertTrue(bed.screen.candidate().isPresent(), bed.notice());
  }

  private static Bed failedAtTheOutcome() {
    Bed bed = new Bed();
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.disk.failing("disk full");
    bed.devices.finish(8500);
    bed.run();
    assertEquals("store-failed", bed.notice());
    return bed;
  }

  @Test
  void aNearlyFullDiskBeginsNoVisitAndFinishesTheOpenOne() { // H65
    bed.identify("P-A");
    Refusal full = Refusal.of("disk-full", "H65", "The disk is nearly full.", "free space");
    bed.counter.noNewVisits(Optional.of(full));
    bed.run();
    assertEquals("disk-full", bed.notice());
    bed.pour(8500).is(Phase.MEASURED).handOverMeasured().card("P-B");
    assertEquals("disk-full", bed.notice());
    assertEquals(Optional.empty(), bed.screen.candidate());
    bed.counter.noNewVisits(Optional.empty());
    bed.run().card("P-B");
    assertTrue(bed.screen.candidate().isPresent(), bed.notice());
  }

  @Test
  void aThousandTapsAtTwoCountersAreOneIntent() { // H04
    for (int seed = 0; seed < 20; seed++) {
      Bed b = new Bed(new Lanes(seed), new MemoryDisk());
      b.setUp();
      FakeDevices otherDevices = new FakeDevices(b.lanes.lane("device-2"));
      Counter other = secondCounter(b, otherDevices);
      b.signIn(Bed.NURSE).identify("P-A");
      otherDevices.card("P-A");
      b.run();
      otherDevices.finger(new clinic.mmt.dispenser.app.device.FingerReport.Match(1, 1));
      b.run();
      List<State> visits = b.read(reads -> reads.unended());
      assertEquals(2, visits.size(), "the control: both counters have a visit");
      for (int i = 0; i < 500; i++) {
        for (State visit : visits) {
          Command tap = b.command(Step.POUR, visit.dose().id(), i, Map.of());
          boolean here = visit.dose().station().equals(Bed.STATION);
          (here ? b.counter : other).command(tap, b.replies::add);
        }
      }
      b.run();
      assertEquals(1000, b.replies.size());
      assertEquals(1, b.devices.started.size() + otherDevices.started.size());
      assertEquals(1, b.replies.stream().filter(r -> r instanceof Reply.Done).count());
    }
  }

  private static Counter secondCounter(Bed b, FakeDevices devices) {
    var station = new clinic.mmt.dispenser.domain.dispense.StationId("station-2");
    var mounted =
        new clinic.mmt.dispenser.domain.fact.Fact.BottleMounted(
            station,
            new clinic.mmt.dispenser.domain.stock.MountedBottle(
                new clinic.mmt.dispenser.domain.stock.BottleId("B-2"),
                Bed.BATCH,
                clinic.mmt.quantity.Concentration.ofMilligramsPerMillilitre(10),
                Optional.of(FakeDevices.DENSITY)),
            List.of(
                clinic.mmt.dispenser.domain.stock.Posting.move(
                    Bed.BATCH,
                    clinic.mmt.dispenser.domain.stock.Account.only(AccountKind.SUPPLIER),
                    new clinic.mmt.dispenser.domain.stock.Account(AccountKind.BOTTLE, "B-2"),
                    Volume.ofMillilitres(1000))));
    b.journal.transact(
        new clinic.mmt.dispenser.app.journal.Transaction<>(
            "S-x",
            Bed.MORNING,
            reads -> clinic.mmt.dispenser.app.journal.Decision.accept(List.of(mounted), true)),
        outcome -> {});
    Counter counter = new Counter(b.house, station, devices, b.lanes.lane("counter-2"));
    counter.open(List.of(), snapshot -> {});
    counter.signIn(Bed.NURSE, () -> {});
    b.run();
    return counter;
  }

  /** The service dies in a state and comes up with what the disk holds. */
  private static Bed restarted(Bed before) {
    before.journal.crash();
    Bed bed = new Bed(new Lanes(), before.disk);
    bed.clockShift = Duration.ofMinutes(1);
    List<State> left = new ArrayList<>();
    new Recovery(bed.house)
        .run(outcome -> left.addAll(((Outcome.Done<List<State>>) outcome).answer()));
    bed.run();
    bed.counter.open(left, snapshot -> bed.screen = snapshot);
    bed.run().signIn(Bed.PHARMACIST).signIn(Bed.NURSE);
    return bed;
  }

  private static Bed interrupted() {
    Bed bed = new Bed();
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    Bed after = restarted(bed);
    return after.is(Phase.OUTCOME_UNKNOWN);
  }

  @Test
  void aRestartPoursNothingAndBlocksThePart() {
    Bed bed = interrupted();
    assertTrue(bed.devices.started.isEmpty());
    bed.card("P-B");
    assertEquals("cup-of-another-person", bed.notice());
    Bed.refused("not-waiting-for-a-pour", bed.step(Step.POUR));
  }

  @Test
  void settledAsUnmovedByCounterAndScaleFreesThePart() {
    Bed bed = interrupted();
    DoseId dose = bed.visit();
    Bed.done(bed.step(Step.UNKNOWN_UNMOVED));
    assertEquals(Phase.VOIDED, bed.phase(dose));
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void aCounterAtZeroProvesNothingWhileTheCupIsFull() { // the pump was without power
    Bed bed = interrupted();
    bed.devices.inCup = 8500;
    Bed.refused("not-proved", bed.step(Step.UNKNOWN_UNMOVED));
    bed.devices.inCup = -4800;
    Bed.refused("not-proved", bed.step(Step.UNKNOWN_UNMOVED));
    bed.devices.settle = Optional.of(Report.trouble("scale-unstable", "moves", "wait"));
    Bed.refused("scale-unstable", bed.step(Step.UNKNOWN_UNMOVED));
    bed.is(Phase.OUTCOME_UNKNOWN);
  }

  @Test
  void anAlarmSeenOnceProvesNothingAfterwards() { // asking acknowledges a New Era alarm
    Bed before = new Bed();
    before.identify("P-A");
    before.devices.stop =
        Optional.of(Report.ok(new PumpReading(false, Volume.ZERO, Optional.of("power cut"))));
    Bed.done(before.step(Step.POUR));
    before.devices.say(new clinic.mmt.dispenser.app.device.Watched.PumpLost());
    before.run().is(Phase.OUTCOME_UNKNOWN);
    Bed.refused("not-proved", before.step(Step.UNKNOWN_UNMOVED));
  }

  @Test
  void foundInTheCupTakesTwoThenPersonAndWeight() {
    Bed bed = interrupted();
    bed.devices.inCup = 8480;
    Bed.refused("second-signature-needed", bed.step(Step.UNKNOWN_IN_CUP));
    Bed.done(bed.signed(Step.UNKNOWN_IN_CUP, Map.of()));
    bed.is(Phase.HELD).wait(Duration.ofSeconds(1)).identify("P-A").is(Phase.MEASURED);
    Bed.done(bed.step(Step.HAND_OVER));
  }

  @Test
  void discardedDrunkAndNeverKnown() {
    Bed one = interrupted();
    DoseId dose = one.visit();
    Bed.done(one.step(Step.UNKNOWN_DISCARDED, dose, Map.of("microlitres", "8000")));
    assertEquals(Phase.DISCARDED, one.phase(dose));
    assertEquals(1, one.read(reads -> reads.owed()).size());
    Bed two = interrupted();
    dose = two.visit();
    Map<String, String> half = Map.of("microlitres", "8000", "permille", "500");
    Bed.refused("second-signature-needed", two.step(Step.UNKNOWN_DRUNK, dose, half));
    Bed.done(two.signed(Step.UNKNOWN_DRUNK, half));
    assertEquals(Phase.PARTLY_TAKEN, two.phase(dose));
    Bed three = interrupted();
    dose = three.visit();
    Bed.done(three.signed(Step.UNKNOWN_FOR_EVER, Map.of("microlitres", "8500")));
    assertEquals(Phase.UNCERTAIN, three.phase(dose));
    three.identify("P-A").empty();
    assertEquals("already-dosed", three.notice());
  }

  @Test
  void anUnknownOutcomeNeedsItsNumbers() {
    Bed bed = interrupted();
    Bed.refused("volume-missing", bed.step(Step.UNKNOWN_DISCARDED, bed.visit(), Map.of()));
    Bed.refused(
        "number-missing", bed.step(Step.UNKNOWN_DRUNK, bed.visit(), Map.of("microlitres", "1")));
  }

  @Test
  void aMeasuredCupIsHeldAfterARestartAndAskedForAgain() { // H86
    bed.identify("P-A").pour(8500);
    Bed after = restarted(bed).is(Phase.HELD);
    after.devices.inCup = 8500;
    after.identify("P-A").is(Phase.MEASURED);
    Bed.done(after.step(Step.HAND_OVER));
  }

  @Test
  void aDiscrepancyAfterARestartIsNotHandedOverUnasked() { // H86: who was here meanwhile?
    bed.identify("P-A").pour(8750).is(Phase.DISCREPANCY);
    Bed after = restarted(bed).is(Phase.DISCREPANCY);
    Bed.done(after.step(Step.AS_IT_IS));
    Bed.refused("identify-again", after.step(Step.HAND_OVER));
    after.devices.inCup = 8750;
    after.identify("P-A");
    Bed.done(after.step(Step.HAND_OVER));
  }

  @Test
  void aCupInAHandStaysInTheHandOverARestart() {
    bed.handOver("P-A");
    Bed after = restarted(bed);
    DoseId dose = after.screen.watched().orElseThrow().dose().id();
    Bed.done(after.step(Step.SWALLOWED, dose));
    assertEquals(Phase.CONSUMED, after.phase(dose));
    assertTrue(after.journal.viewsEqualRebuild());
  }
}
