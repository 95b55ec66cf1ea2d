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

/** Reviewing: identified, nothing poured. */
class ReviewingTransitionsTest {

  @TestFactory
  Stream<DynamicTest> transitions() {
    return Formula.of(Phase.REVIEWING)
        .goes(Say.tap(), Phase.ARMED, Effect.ArmPump.class)
        .goes(Say.referred(), Phase.REFERRED, Effect.Release.class)
        .goes(Say.notFit(), Phase.WAITING, Effect.Release.class)
        .goes(Say.notFitAgain(), Phase.REFERRED, Effect.Release.class)
        .goes(Say.left(), Phase.LEFT_BEFORE_POUR, Effect.Release.class)
        .goes(Say.restarted(), Phase.LEFT_BEFORE_POUR, Effect.Release.class)
        .goes(Say.calledBack(Say.OTHER), Phase.REVIEWING)
        .stays(Say.stop())
        .refuses("not-poured", Say.startHandedOver(), Say.runs(), Say.finished(1), Say.lost())
        .refuses("not-poured", Say.weighed(8500), Say.rest(1), Say.handOver(), Say.swallowed())
        .refuses("nothing-to-settle", Say.provedUnmoved())
        .tests();
  }

  @Test
  void theTapReservesExactlyWhatWillBeCommanded() {
    Walk walk = Walk.to(Phase.REVIEWING).tell(Say.tap());
    assertEquals(8500, walk.microlitres(AccountKind.RESERVED));
    assertEquals(-8500, walk.microlitres(AccountKind.BOTTLE));
  }

  @Test
  void anIdentificationOlderThanFiveMinutesIsAskedAgain() {
    Walk walk = Walk.to(Phase.REVIEWING).later(Duration.ofMinutes(5));
    walk.tell(Say.tap()).refused("identified-too-long-ago");
    assertEquals(0, walk.microlitres(AccountKind.RESERVED));
    walk.tell(Say.calledBack(Say.NURSE)).tell(Say.tap()).is(Phase.ARMED);
  }

  @Test
  void anIdentificationExactlyFiveMinutesOldIsGoodEnough() {
    Walk.to(Phase.REVIEWING).later(Duration.ofSeconds(299)).tell(Say.tap()).is(Phase.ARMED);
  }

  @Test
  void anIdentificationFromTheFutureIsNone() { // H60: the clock was set back
    Walk.to(Phase.REVIEWING)
        .later(Duration.ofHours(-3))
        .tell(Say.tap())
        .refused("identified-too-long-ago");
  }

  @Test
  void whoIdentifiesThePersonAgainIsTheUserOfTheVisit() {
    Walk walk = Walk.to(Phase.REVIEWING).tell(Say.calledBack(Say.OTHER));
    assertEquals(Say.OTHER, walk.dose().user());
    assertTrue(List.of().equals(walk.effects()));
  }
}
