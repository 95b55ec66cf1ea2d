package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.codec.Decoded;
import clinic.mmt.dispenser.app.journal.codec.Decoding;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A measured cup that is lifted is handed over where R-113 allows it, and nowhere else. */
class CounterLiftTest {

  private static final String NOT = "lifted-not-handed-over";

  private final Bed bed = new Bed();

  private Bed lift() {
    bed.devices.cup(false);
    return bed.run();
  }

  private Bed putBack() {
    bed.devices.cup(true);
    return bed.run();
  }

  private Phase watched() {
    return bed.screen.watched().orElseThrow().phase();
  }

  @Test
  void aDoseHasTwoTaps() {
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.finish(8500);
    bed.run();
    lift();
    assertEquals(Phase.HANDED_OVER, watched());
    assertEquals("", bed.notice());
    Bed.done(bed.step(Step.SWALLOWED, bed.screen.watched().orElseThrow().dose().id()));
    assertEquals(2, bed.replies.size(), "pour and swallowed");
  }

  @Test
  void theJournalHasWhoWasAtTheScreenAndThatTheScaleSawIt() {
    bed.identify("P-A").pour(8500);
    lift();
    Decoding decoding = new Decoding();
    List<Fact.DoseMoved> handed =
        bed.journal.entries(1, 10_000).stream()
            .flatMap(
                e ->
                    Stream.of(decoding.next(e))
                        .filter(d -> e.actor().equals(Bed.NURSE.staff().value())))
            .flatMap(
                d ->
                    d instanceof Decoded.Known(Fact.DoseMoved m) && m.event().equals("hand-over")
                        ? Stream.of(m)
                        : Stream.empty())
            .toList();
    assertEquals(1, handed.size());
    assertEquals("scale", handed.getFirst().detail().get("seenBy"));
  }

  @Test
  void aCupLiftedAMinuteLaterIsNotHandedOverAndComesBackByFingerAndWeight() {
    bed.identify("P-A").pour(8500).wait(Duration.ofSeconds(61));
    lift().is(Phase.HELD);
    assertEquals(NOT, bed.notice());
    assertTrue(bed.screen.notice().orElseThrow().liftedBy().contains("put the cup back"));
    assertFalse(bed.screen.watched().isPresent());
    putBack().identify("P-A").is(Phase.MEASURED);
    lift();
    assertEquals(Phase.HANDED_OVER, watched());
  }

  @Test
  void aCupLiftedAfterAnotherPersonsCardIsNotHandedOver() { // H86
    bed.identify("P-A").pour(8500).card("P-B");
    lift().is(Phase.HELD);
    assertEquals(NOT, bed.notice());
  }

  @Test
  void aCupLiftedUnderAnotherUserOrNobodyIsNotHandedOver() {
    bed.identify("P-A").pour(8500).signIn(Bed.PHARMACIST);
    lift().is(Phase.HELD);
    assertEquals(NOT, bed.notice());

    Bed alone = new Bed();
    alone.identify("P-A").pour(8500);
    alone.counter.signOut(Bed.NURSE.staff());
    alone.run();
    alone.devices.cup(false);
    alone.run().is(Phase.HELD);
    assertEquals(NOT, alone.notice());
  }

  @Test
  void aSecondCupIsNotHandedOverWhileOneIsOut() { // R-112, H87
    bed.signIn(Bed.PHARMACIST).signIn(Bed.NURSE).handOver("P-A");
    bed.devices.inCup = 0;
    bed.devices.counter = 0;
    bed.identify("P-B").pour(8500);
    lift().is(Phase.HELD);
    assertEquals(NOT, bed.notice());
    assertEquals("P-A", bed.screen.watched().orElseThrow().dose().patient().value());
  }

  @Test
  void aHeldCupThatWasEmptiedMeanwhileIsADifference() {
    bed.identify("P-A").pour(8500).wait(Duration.ofSeconds(61));
    lift();
    bed.devices.inCup = 4000;
    putBack().identify("P-A").is(Phase.DISCREPANCY);
  }

  @Test
  void nothingIsHandedOverInAnyOtherState() {
    bed.identify("P-A");
    lift().is(Phase.REVIEWING);
    Bed.done(bed.step(Step.POUR));
    lift().is(Phase.POURING);
    bed.devices.finish(4000);
    bed.run();
    lift().is(Phase.DISCREPANCY);
    assertFalse(bed.screen.watched().isPresent());
  }

  @Test
  void theTapAndTheScaleMayBothSayIt() {
    bed.identify("P-A").pour(8500);
    var visit = bed.visit();
    lift();
    Bed.done(bed.step(Step.HAND_OVER, visit));
    lift();
    assertEquals(Phase.HANDED_OVER, watched());
    assertEquals("", bed.notice());
  }

  @Test
  void aHandOverTheLedgerCanNotTakeIsWrittenOnceItCan() { // H52
    bed.identify("P-A").pour(8500);
    bed.disk.failing("disk full");
    lift().is(Phase.MEASURED);
    assertEquals("store-failed", bed.notice());
    bed.disk.repaired();
    bed.wait(Duration.ofSeconds(1));
    assertEquals(Phase.HANDED_OVER, watched());
  }
}
