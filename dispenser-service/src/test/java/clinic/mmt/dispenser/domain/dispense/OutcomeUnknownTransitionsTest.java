package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.stock.AccountKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** OutcomeUnknown: blocked until persons settle it. */
class OutcomeUnknownTransitionsTest {

  @TestFactory
  Stream<DynamicTest> transitions() {
    return Formula.of(Phase.OUTCOME_UNKNOWN)
        .goes(Say.provedUnmoved(), Phase.VOIDED, Effect.Release.class)
        .goes(Say.foundInCup(8500, true), Phase.HELD)
        .goes(Say.foundDiscarded(8000), Phase.DISCARDED, Effect.Release.class)
        .goes(Say.foundDrunk(8500, 1000, true), Phase.CONSUMED, Effect.Release.class)
        .goes(Say.foundDrunk(8500, 1, true), Phase.PARTLY_TAKEN, Effect.Release.class)
        .goes(Say.neverKnown(8500, true), Phase.UNCERTAIN, Effect.Release.class)
        .stays(Say.stop(), Say.restarted(), Say.lost(), Say.stands(1), Say.finished(1))
        .refuses("second-signature-needed", Say.foundInCup(8500, false))
        .refuses("second-signature-needed", Say.foundDrunk(8500, 1000, false))
        .refuses("second-signature-needed", Say.neverKnown(8500, false))
        .refuses("not-a-part", Say.foundDrunk(8500, 0, true), Say.foundDrunk(8500, 1001, true))
        .refuses("outcome-unknown", Say.tap(), Say.weighed(8500), Say.rest(1), Say.handOver())
        .refuses("outcome-unknown", Say.swallowed(), Say.vomited(1), Say.discarded(8500))
        .tests();
  }

  @Test
  void aDoseThatWasWeighedIsNeverVoided() { // H01: liquid stands in the cup
    Walk walk = unknownInTopUp().tell(Say.provedUnmoved()).is(Phase.DISCREPANCY);
    assertEquals(8250, walk.microlitres(AccountKind.CUP));
    assertEquals(0, walk.microlitres(AccountKind.HELD));
  }

  @Test
  void whatThePumpCountedIsNotUnmoved() { // a counter lost with the power proves nothing
    Walk walk = Walk.to(Phase.SETTLING).tell(Say.restarted()).is(Phase.OUTCOME_UNKNOWN);
    walk.tell(Say.provedUnmoved()).refused("it-moved").is(Phase.OUTCOME_UNKNOWN);
  }

  @Test
  void foundInTheCupIsIdentifiedAndWeighedBeforeItIsGiven() {
    Walk walk = Walk.to(Phase.OUTCOME_UNKNOWN).tell(Say.foundInCup(8480, true)).is(Phase.HELD);
    assertEquals(8480, walk.microlitres(AccountKind.CUP));
    walk.tell(Say.handOver()).refused("not-measured");
    walk.tell(Say.identifiedAgain()).tell(Say.weighed(8480)).is(Phase.MEASURED);
    walk.tell(Say.handOver()).tell(Say.swallowed()).is(Phase.CONSUMED);
    assertEquals(8480, walk.microlitres(AccountKind.PATIENT));
  }

  @Test
  void drunkInPartSplitsBetweenPatientAndWaste() {
    Walk walk = Walk.to(Phase.OUTCOME_UNKNOWN).tell(Say.foundDrunk(8000, 250, true));
    assertEquals(2000, walk.microlitres(AccountKind.PATIENT));
    assertEquals(6000, walk.microlitres(AccountKind.WASTE));
    assertEquals(-8000, walk.microlitres(AccountKind.BOTTLE));
  }

  @Test
  void discardedEmptiesTheHeldStockIntoTheContainer() {
    Walk walk = Walk.to(Phase.OUTCOME_UNKNOWN).tell(Say.foundDiscarded(7990));
    assertEquals(7990, walk.microlitres(AccountKind.WASTE));
    assertEquals(-7990, walk.microlitres(AccountKind.BOTTLE));
    assertEquals(Phase.Guard.FREE, walk.phase().guard());
  }

  @Test
  void thePartStaysClosedUntilSettled() {
    Walk walk = Walk.to(Phase.OUTCOME_UNKNOWN).later(Duration.ofDays(1));
    assertEquals(Phase.Guard.OPEN, walk.phase().guard());
    assertTrue(List.of(8500L).contains(walk.microlitres(AccountKind.HELD)));
  }

  private static Walk unknownInTopUp() {
    Walk walk = Walk.to(Phase.TOP_UP).tell(Say.topUp(250)).tell(Say.startHandedOver());
    return walk.tell(Say.restarted()).is(Phase.OUTCOME_UNKNOWN);
  }
}
