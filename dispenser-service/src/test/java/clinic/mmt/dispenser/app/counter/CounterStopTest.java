package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.dispenser.app.journal.memory.MemoryDisk;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** STOP is never refused, and no start is ever sent after it. */
class CounterStopTest {

  private static final int ORDERS = 120;

  /** A STOP before the k-th task of a pour, in many orders of what is pending. */
  @Test
  void noStartIsSentAfterAStopInAnyOrderOfThings() {
    int stoppedBefore = 0;
    int started = 0;
    for (int seed = 0; seed < ORDERS; seed++) {
      for (int k = 0; k < 16; k++) {
        List<String> done = pourWithStopAt(seed, k);
        int stop = done.indexOf("stop");
        int start = done.indexOf("start");
        assertTrue(stop >= 0, "STOP always reaches the pump");
        assertFalse(start > stop, "seed " + seed + " stop before task " + k + ": " + done);
        stoppedBefore += start < 0 ? 1 : 0;
        started += start >= 0 ? 1 : 0;
      }
    }
    assertTrue(stoppedBefore > 100 && started > 100, "the control: both sides of the start");
  }

  private static List<String> pourWithStopAt(int seed, int k) {
    Bed bed = new Bed(new Lanes(seed), new MemoryDisk());
    bed.setUp();
    bed.signIn(Bed.NURSE).identify("P-A");
    int before = bed.devices.done.size();
    AtomicInteger tasks = new AtomicInteger();
    bed.lanes.between(
        () -> {
          if (tasks.getAndIncrement() == k) {
            bed.stop();
          }
        });
    bed.ask(bed.command(Step.POUR, bed.visit(), 1, Map.of()));
    bed.run();
    if (tasks.get() <= k) {
      bed.stop();
      bed.run();
    }
    List<String> done = bed.devices.done.subList(before, bed.devices.done.size());
    assertFalse(bed.devices.running, () -> "runs on: " + done);
    return List.copyOf(done);
  }

  /** Another thread presses STOP between the last check and the write of the start frame. */
  @Test
  void aStopDuringTheWriteOfTheStartStopsThePumpEvenWhenTheStoreFails() {
    Bed bed = new Bed();
    bed.identify("P-A");
    bed.devices.beforeStart =
        () -> {
          bed.disk.failing("disk full");
          bed.stop();
        };
    Bed.done(bed.step(Step.POUR));
    assertTrue(bed.devices.done.contains("start"));
    assertFalse(bed.devices.running);
    assertEquals("stop", bed.devices.done.getLast());
  }

  @Test
  void aStopWhileTheTapIsBeingCheckedRefusesTheTap() {
    Bed bed = new Bed();
    bed.identify("P-A");
    bed.ask(bed.command(Step.POUR, bed.visit(), 1, Map.of()));
    bed.stop();
    bed.run();
    Bed.refused("stopped", bed.replies.getLast());
    bed.is(Phase.REVIEWING).pour(8500).is(Phase.MEASURED);
  }

  @Test
  void stopIsTakenInEveryState() {
    Bed bed = new Bed();
    bed.stop();
    bed.run().identify("P-A").stop();
    bed.run().is(Phase.REVIEWING).pour(8500).stop();
    bed.run().is(Phase.MEASURED);
    DoseId dose = bed.visit();
    Bed.done(bed.step(Step.HAND_OVER));
    bed.stop();
    Bed.done(bed.run().step(Step.SWALLOWED, dose));
    bed.stop();
    bed.run();
    assertEquals(5, bed.devices.done.stream().filter("stop"::equals).count());
  }

  @Test
  void stopNeedsNobodySignedIn() {
    Bed bed = new Bed();
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(3000);
    bed.counter.signOut(Bed.NURSE.staff());
    bed.counter.stop(Optional.empty(), "STOP pressed");
    bed.run().is(Phase.DISCREPANCY);
  }

  @Test
  void theLiveCheckStopsThePumpAtOnceWhenTheCupIsLifted() {
    Bed bed = new Bed();
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(2000);
    bed.devices.say(new Watched.NoWeight(0, 0, true));
    bed.run().is(Phase.DISCREPANCY);
    assertFalse(bed.devices.running);
  }

  @Test
  void aPumpThatStopsByItselfIsWeighedAndItsAlarmIsTold() {
    Bed bed = new Bed();
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(2000);
    bed.devices.running = false;
    Volume counter = Volume.ofMicrolitres(2000);
    bed.devices.say(
        new Watched.PumpSaid(0, 0, new PumpReading(false, counter, Optional.of("stalled"))));
    bed.run().is(Phase.DISCREPANCY);
    assertEquals("pump-stopped", bed.notice());
    Bed.refused("second-signature-needed", bed.step(Step.AS_IT_IS));
  }

  @Test
  void aPumpWhoseCounterIsLostHasPumpedWhatWasSeen() {
    Bed bed = new Bed();
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(2000);
    bed.devices.running = false;
    Report<PumpReading> reset = Report.ok(new PumpReading(false, Volume.ZERO, Optional.empty()));
    bed.devices.stop = Optional.of(reset); // it told its alarm once, to the question before
    bed.devices.say(
        new Watched.PumpSaid(
            0, 0, new PumpReading(false, Volume.ZERO, Optional.of("the power was cut"))));
    bed.run().is(Phase.DISCREPANCY);
    long pumped = bed.screen.onScale().orElseThrow().dose().pumped().microlitres();
    assertEquals(2000, pumped);
  }

  @Test
  void aPumpWhoseCounterIsLostHasNotPumpedLessThanNothing() {
    Bed bed = new Bed();
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.inCup -= 168;
    bed.devices.finish(8490);
    bed.devices.stop =
        Optional.of(
            Report.ok(new PumpReading(false, Volume.ZERO, Optional.of("the power was cut"))));
    bed.run();
    assertEquals(2, bed.devices.started.size(), "the control: a top-up runs");
    bed.stop();
    bed.run();
    long pumped = bed.screen.onScale().orElseThrow().dose().pumped().microlitres();
    assertEquals(8490, pumped);
  }

  @Test
  void aPumpLostInMidPourIsUnknown() {
    Bed bed = new Bed();
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(2000);
    bed.devices.say(new Watched.PumpLost());
    bed.run().is(Phase.OUTCOME_UNKNOWN);
    assertEquals(Volume.ofMicrolitres(8500), bed.balance(AccountKind.HELD, bed.visit().value()));
  }

  @Test
  void theWatchRunsEvenWhileTheStoreFails() { // H65: liquid moves, the disk does not
    Bed bed = new Bed();
    bed.identify("P-A");
    bed.devices.beforeStart = () -> bed.disk.failing("disk full");
    Bed.done(bed.step(Step.POUR));
    assertTrue(bed.devices.watched);
    bed.devices.say(new Watched.NoWeight(0, 0, true));
    bed.run();
    assertFalse(bed.devices.running);
    bed.disk.repaired();
    bed.wait(Duration.ofSeconds(2)).is(Phase.DISCREPANCY);
  }

  @Test
  void anUnansweredStartIsStoppedBeforeTheStoreIsAsked() {
    Bed bed = new Bed();
    bed.identify("P-A");
    bed.devices.start = new Started.Unanswered("silence");
    bed.devices.beforeStart = () -> bed.disk.failing("disk full");
    Bed.done(bed.step(Step.POUR));
    assertEquals("stop", bed.devices.done.getLast());
  }
}
