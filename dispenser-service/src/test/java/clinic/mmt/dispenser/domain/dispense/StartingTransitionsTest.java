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

/** Starting: from the first byte of a start frame on, whatever the answer. */
class StartingTransitionsTest {

  @TestFactory
  Stream<DynamicTest> transitions() {
    return Formula.of(Phase.STARTING)
        .goes(Say.runs(), Phase.POURING, Effect.WatchPour.class)
        .goes(Say.finished(8500), Phase.SETTLING, Effect.Settle.class)
        .goes(Say.stop(), Phase.STOPPED, Effect.StopPump.class)
        .goes(Say.lost(), Phase.OUTCOME_UNKNOWN, Effect.AskDevices.class)
        .goes(Say.restarted(), Phase.OUTCOME_UNKNOWN, Effect.AskDevices.class)
        .goes(Say.startNotWritten(), Phase.VOIDED, Effect.Release.class)
        .stays(Say.stands(0))
        .refuses("pour-under-way", Say.notStarted(), Say.startHandedOver(), Say.tap())
        .refuses("pour-under-way", Say.weighed(8500), Say.discardedUnweighed(), Say.left())
        .tests();
  }

  @Test
  void neverVoidedByTime() { // section 2: Starting is never Voided by time
    Walk walk = Walk.to(Phase.STARTING).later(Duration.ofHours(2)).tell(Say.notStarted());
    walk.refused("pour-under-way").is(Phase.STARTING);
    assertEquals(8500, walk.microlitres(AccountKind.RESERVED));
  }

  @Test
  void aLostPumpHoldsTheStock() {
    Walk walk = Walk.to(Phase.STARTING).tell(Say.lost());
    assertEquals(8500, walk.microlitres(AccountKind.HELD));
    assertEquals(0, walk.microlitres(AccountKind.RESERVED));
    assertTrue(walk.state() instanceof State.Unsettled);
    assertEquals(1, List.copyOf(walk.dose().intents()).size());
  }
}
