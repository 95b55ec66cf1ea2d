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

/** Waiting and Referred: somebody else, or later. */
class WaitingTransitionsTest {

  @TestFactory
  Stream<DynamicTest> waiting() {
    return common(Phase.WAITING);
  }

  @TestFactory
  Stream<DynamicTest> referred() {
    return common(Phase.REFERRED);
  }

  private static Stream<DynamicTest> common(Phase phase) {
    return Formula.of(phase)
        .goes(Say.calledBack(Say.NURSE), Phase.REVIEWING, Effect.Prepare.class)
        .goes(Say.left(), Phase.LEFT_BEFORE_POUR, Effect.Release.class)
        .goes(Say.referred(), Phase.REFERRED, Effect.Release.class)
        .goes(Say.notFit(), Phase.WAITING, Effect.Release.class)
        .goes(Say.notFitAgain(), Phase.REFERRED, Effect.Release.class)
        .stays(Say.stop(), Say.restarted())
        .refuses("not-at-the-counter", Say.tap())
        .refuses("not-poured", Say.runs(), Say.weighed(8500), Say.handOver(), Say.swallowed())
        .tests();
  }

  @Test
  void whoCallsBackIsTheUserOfTheVisit() {
    Walk walk = Walk.to(Phase.WAITING).tell(Say.calledBack(Say.OTHER));
    assertEquals(Say.OTHER, walk.dose().user());
  }

  @Test
  void calledBackHoursLaterPoursOnTheNewIdentification() {
    Walk.to(Phase.WAITING)
        .later(Duration.ofHours(3))
        .tell(Say.calledBack(Say.NURSE))
        .tell(Say.tap())
        .is(Phase.ARMED);
  }

  @Test
  void nothingWasReserved() {
    assertEquals(0, Walk.to(Phase.WAITING).microlitres(AccountKind.BOTTLE));
    assertTrue(List.of().equals(Walk.to(Phase.WAITING).dose().intents()));
  }
}
