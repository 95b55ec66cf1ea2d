package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.stock.AccountKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Armed: durable, and no start frame handed to the port. */
class ArmedTransitionsTest {

  @TestFactory
  Stream<DynamicTest> transitions() {
    return Formula.of(Phase.ARMED)
        .goes(Say.startHandedOver(), Phase.STARTING, Effect.WriteStart.class)
        .goes(Say.notStarted(), Phase.VOIDED, Effect.Release.class)
        .goes(Say.startNotWritten(), Phase.VOIDED, Effect.Release.class)
        .goes(Say.stop(), Phase.VOIDED, Effect.Release.class)
        .goes(Say.lost(), Phase.VOIDED, Effect.Release.class)
        .goes(Say.restarted(), Phase.OUTCOME_UNKNOWN, Effect.AskDevices.class)
        .stays(Say.runs(), Say.finished(8500), Say.stands(0))
        .refuses("pour-under-way", Say.tap(), Say.left(), Say.calledBack(Say.NURSE))
        .refuses("pour-under-way", Say.weighed(1), Say.rest(1), Say.discardedUnweighed())
        .refuses("not-handed-over", Say.swallowed())
        .tests();
  }

  @Test
  void voidingGivesTheReservationBack() {
    Walk walk = Walk.to(Phase.VOIDED);
    assertEquals(0, walk.microlitres(AccountKind.BOTTLE));
    assertEquals(0, walk.microlitres(AccountKind.RESERVED));
  }

  @Test
  void aTopUpThatNeverStartsLeavesTheCupToBeDecided() {
    Walk walk = Walk.to(Phase.TOP_UP).tell(Say.topUp(250)).is(Phase.ARMED);
    assertEquals(250, walk.microlitres(AccountKind.RESERVED));
    walk.tell(Say.notStarted()).is(Phase.DISCREPANCY);
    assertEquals(0, walk.microlitres(AccountKind.RESERVED));
    assertEquals(8250, walk.microlitres(AccountKind.CUP));
    assertEquals(1, walk.dose().intents().size());
  }

  @Test
  void aStopBeforeATopUpStartsKeepsTheCup() { // STOP is never refused
    Walk walk = Walk.to(Phase.TOP_UP).tell(Say.topUp(250)).tell(Say.stop());
    walk.is(Phase.DISCREPANCY);
    assertTrue(walk.last() instanceof Transition.Changed);
    assertEquals(List.of(), walk.effects());
  }
}
