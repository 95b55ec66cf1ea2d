package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.stock.AccountKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Settling and TopUp: the scale decides, within the cap. */
class SettlingTransitionsTest {

  @TestFactory
  Stream<DynamicTest> settling() {
    return Formula.of(Phase.SETTLING)
        .goes(Say.weighed(8490), Phase.MEASURED)
        .goes(Say.weighed(8330), Phase.MEASURED)
        .goes(Say.weighed(8329), Phase.TOP_UP, Effect.TopUp.class)
        .goes(Say.weighed(6000), Phase.DISCREPANCY)
        .goes(Say.weighedWithoutDensity(8500), Phase.MEASURED)
        .goes(Say.weighedWithoutDensity(4000), Phase.DISCREPANCY)
        .goes(Say.notWeighed(), Phase.DISCREPANCY)
        .goes(Say.restarted(), Phase.OUTCOME_UNKNOWN, Effect.AskDevices.class)
        .stays(Say.stop(), Say.lost(), Say.runs(), Say.finished(1), Say.stands(1))
        .refuses("pour-under-way", Say.startHandedOver(), Say.topUp(1), Say.topUpOff(), Say.tap())
        .refuses("pour-under-way", Say.handOver(), Say.discardedUnweighed())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> topUp() {
    return Formula.of(Phase.TOP_UP)
        .goes(Say.topUp(250), Phase.ARMED, Effect.ArmPump.class)
        .goes(Say.topUpOff(), Phase.DISCREPANCY)
        .goes(Say.stop(), Phase.DISCREPANCY)
        .goes(Say.restarted(), Phase.DISCREPANCY)
        .stays(Say.lost(), Say.runs(), Say.finished(1))
        .refuses("over-cap", Say.topUp(426))
        .refuses("pour-under-way", Say.weighed(8500), Say.handOver(), Say.tap())
        .tests();
  }

  @Test
  void twoTopUpsAtMost() {
    Walk walk = Walk.to(Phase.POURING).tell(Say.finished(8250)).tell(Say.weighed(8250));
    walk.is(Phase.TOP_UP);
    for (int i = 0; i < 2; i++) {
      walk.is(Phase.TOP_UP).tell(Say.topUp(100)).tell(Say.startHandedOver()).tell(Say.runs());
      walk.tell(Say.finished(30)).tell(Say.weighed(8280 + 30 * i));
    }
    walk.is(Phase.DISCREPANCY);
  }

  @Test
  void noTopUpWithoutLeaveAfterAStopOrBelowThePumpsMinimum() {
    for (WeighingFacts facts :
        List.of(
            Say.facts(true, false),
            Say.facts(false, true),
            new WeighingFacts(
                Say.STRENGTH, true, true, clinic.mmt.quantity.Volume.ofMicrolitres(300)))) {
      Walk.to(Phase.POURING)
          .tell(Say.finished(8250))
          .tell(Say.weighed(8250, facts))
          .is(Phase.DISCREPANCY);
    }
  }

  @Test
  void aRestartBeforeATopUpKeepsTheWeighedCup() { // nothing moved: the cup is known
    Walk walk = Walk.to(Phase.TOP_UP).tell(Say.restarted());
    walk.tell(Say.provedUnmoved()).refused("nothing-to-settle");
    assertEquals(8250, walk.microlitres(AccountKind.CUP));
    assertEquals(Phase.Guard.OPEN, walk.phase().guard());
  }

  @Test
  void aCupLighterThanBeforeTheTopUpIsNotLiquidBackInTheBottle() {
    Walk walk = Walk.to(Phase.TOP_UP).tell(Say.topUp(250)).tell(Say.startHandedOver());
    walk.tell(Say.runs()).tell(Say.finished(250)).tell(Say.weighed(5000)).is(Phase.DISCREPANCY);
    assertEquals(5000, walk.microlitres(AccountKind.CUP));
    assertEquals(-8250, walk.microlitres(AccountKind.BOTTLE));
    assertEquals(3250, walk.microlitres(AccountKind.DISCREPANCY));
  }

  @Test
  void aCupLiftedOffIsNoNegativeLiquid() {
    Walk walk = Walk.to(Phase.SETTLING).tell(Say.weighed(-4800)).is(Phase.DISCREPANCY);
    assertEquals(0, walk.microlitres(AccountKind.CUP));
    assertTrue(walk.last() instanceof Transition.Changed);
  }
}
