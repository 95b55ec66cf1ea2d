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

/** Pouring and Stopped: liquid moves, or just did. */
class PouringTransitionsTest {

  @TestFactory
  Stream<DynamicTest> pouring() {
    return Formula.of(Phase.POURING)
        .goes(Say.stop(), Phase.STOPPED, Effect.StopPump.class)
        .goes(Say.finished(8500), Phase.SETTLING, Effect.Settle.class)
        .goes(Say.lost(), Phase.OUTCOME_UNKNOWN, Effect.AskDevices.class)
        .goes(Say.restarted(), Phase.OUTCOME_UNKNOWN, Effect.AskDevices.class)
        .stays(Say.runs(), Say.stands(8500))
        .refuses("pour-under-way", Say.notStarted(), Say.startNotWritten(), Say.startHandedOver())
        .refuses("pour-under-way", Say.tap(), Say.weighed(8500), Say.notWeighed(), Say.rest(1))
        .refuses("pour-under-way", Say.handOver(), Say.discardedUnweighed(), Say.vomited(1))
        .refuses("not-handed-over", Say.swallowed(), Say.notSeen())
        .refuses("nothing-to-settle", Say.foundInCup(8500, true))
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> stopped() {
    return Formula.of(Phase.STOPPED)
        .goes(Say.stands(4000), Phase.SETTLING, Effect.Settle.class)
        .goes(Say.lost(), Phase.OUTCOME_UNKNOWN, Effect.AskDevices.class)
        .goes(Say.restarted(), Phase.OUTCOME_UNKNOWN, Effect.AskDevices.class)
        .stays(Say.stop(), Say.runs(), Say.finished(8500))
        .refuses("pour-under-way", Say.notStarted(), Say.startNotWritten(), Say.startHandedOver())
        .refuses("pour-under-way", Say.weighed(8500), Say.topUp(1), Say.rest(1))
        .tests();
  }

  @Test
  void aLateRunsAfterAStopDoesNotPourAgain() { // a start is answered after STOP was pressed
    Walk walk = Walk.to(Phase.STARTING).tell(Say.stop()).tell(Say.runs()).is(Phase.STOPPED);
    assertEquals(8500, walk.microlitres(AccountKind.RESERVED));
  }

  @Test
  void theReservationStandsUntilTheScaleHasSpoken() {
    Walk walk = Walk.to(Phase.STOPPED).tell(Say.stands(4000)).later(Duration.ofSeconds(3));
    assertEquals(8500, walk.microlitres(AccountKind.RESERVED));
    walk.tell(Say.weighedAfterStop(4010)).is(Phase.DISCREPANCY);
    assertEquals(0, walk.microlitres(AccountKind.RESERVED));
    assertEquals(4010, walk.microlitres(AccountKind.CUP));
    assertEquals(-4010, walk.microlitres(AccountKind.BOTTLE));
    assertTrue(List.of(Phase.DISCREPANCY).contains(walk.phase()));
  }
}
