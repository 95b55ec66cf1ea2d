package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.stock.AccountKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Discrepancy: pour the rest, draw off, give as it is, or discard. */
class DiscrepancyTransitionsTest {

  @TestFactory
  Stream<DynamicTest> transitions() {
    return Formula.of(Phase.DISCREPANCY)
        .goes(Say.rest(4490), Phase.ARMED, Effect.ArmPump.class)
        .goes(Say.drawnOff(), Phase.SETTLING, Effect.Settle.class)
        .goes(Say.asItIs(true), Phase.MEASURED)
        .goes(Say.discarded(4010), Phase.DISCARDED, Effect.Release.class)
        .goes(Say.discardedUnweighed(), Phase.DISCARDED, Effect.Release.class)
        .goes(Say.identifiedAgain(), Phase.DISCREPANCY)
        .stays(Say.stop(), Say.lost(), Say.runs(), Say.finished(1), Say.hold(), Say.restarted())
        .refuses("second-signature-needed", Say.asItIs(false))
        .refuses("over-cap", Say.rest(4930))
        .refuses("not-measured", Say.handOver())
        .refuses("already-poured", Say.tap(), Say.left(), Say.weighed(8500), Say.topUp(1))
        .refuses("not-handed-over", Say.swallowed(), Say.vomited(1))
        .tests();
  }

  @Test
  void ownStopThenTheRestIsPouredWithinTheCap() { // section 2, R-114
    Walk walk = Walk.to(Phase.DISCREPANCY).tell(Say.rest(4490)).tell(Say.startHandedOver());
    walk.tell(Say.runs()).tell(Say.finished(4490)).tell(Say.weighed(8500)).is(Phase.MEASURED);
    assertEquals(8500, walk.microlitres(AccountKind.CUP));
    assertEquals(-8500, walk.microlitres(AccountKind.BOTTLE));
  }

  @Test
  void aShortRestMayBeToppedUpAndTheCapCountsWhatFlowed() {
    Walk walk = Walk.to(Phase.DISCREPANCY).tell(Say.rest(4490)).tell(Say.startHandedOver());
    walk.tell(Say.runs()).tell(Say.finished(4200)).tell(Say.weighed(8205, Say.facts(true, true)));
    walk.is(Phase.TOP_UP).tell(Say.topUp(436)).refused("over-cap");
    walk.tell(Say.topUp(295)).is(Phase.ARMED);
  }

  @Test
  void noRestWhilePumpAndScaleDisagree() {
    Walk.to(Phase.STOPPED)
        .tell(Say.stands(4000))
        .tell(Say.weighedAfterStop(3000))
        .tell(Say.rest(5000))
        .refused("witnesses-disagree");
  }

  @Test
  void noRestWithoutAWeight() {
    Walk.to(Phase.SETTLING)
        .tell(Say.notWeighed())
        .tell(Say.rest(100))
        .refused("witnesses-disagree");
  }

  @Test
  void anOverPourIsDrawnOffAndWeighedAgain() { // section 4: do not destroy the dose
    Walk walk = overPour(9500).tell(Say.drawnOff()).tell(Say.weighed(8510)).is(Phase.MEASURED);
    assertEquals(8510, walk.microlitres(AccountKind.CUP));
    assertEquals(990, walk.microlitres(AccountKind.WASTE));
    assertEquals(-9500, walk.microlitres(AccountKind.BOTTLE));
  }

  @Test
  void drawnOffInTwoStepsIsMeasuredToo() {
    Walk walk = overPour(9500).tell(Say.drawnOff()).tell(Say.weighed(9000)).is(Phase.DISCREPANCY);
    walk.tell(Say.drawnOff()).tell(Say.weighed(8520)).is(Phase.MEASURED);
    assertEquals(980, walk.microlitres(AccountKind.WASTE));
  }

  @Test
  void drawingOffDoesNotMakeDisagreeingWitnessesAgree() { // two witnesses, section 1
    Walk walk = Walk.to(Phase.POURING).tell(Say.finished(9500)).tell(Say.weighed(8500));
    walk.is(Phase.DISCREPANCY).tell(Say.drawnOff()).tell(Say.weighed(8500)).is(Phase.DISCREPANCY);
  }

  @Test
  void drawnOffTooMuchIsNotToppedUp() { // the cup was moved since tare
    overPour(9500).tell(Say.drawnOff()).tell(Say.weighed(8250)).is(Phase.DISCREPANCY);
  }

  @Test
  void aCupThatGainsWhileNothingFlowsIsADiscrepancyNotWaste() {
    Walk walk = overPour(9500).tell(Say.drawnOff()).tell(Say.weighed(9900)).is(Phase.DISCREPANCY);
    assertEquals(0, walk.microlitres(AccountKind.WASTE));
    assertEquals(-400, walk.microlitres(AccountKind.DISCREPANCY));
  }

  @Test
  void withoutAWeightTheCupMayBeWeighedAgain() {
    Walk.to(Phase.SETTLING)
        .tell(Say.notWeighed())
        .tell(Say.drawnOff())
        .tell(Say.weighed(8500))
        .is(Phase.MEASURED);
  }

  @Test
  void givenWithoutAWeightTheCupHoldsWhatThePumpCounted() { // section 3: pump only, two persons
    Walk walk = Walk.to(Phase.SETTLING).tell(Say.notWeighed()).tell(Say.asItIs(true));
    walk.is(Phase.MEASURED);
    assertEquals(8500, walk.microlitres(AccountKind.CUP));
    assertEquals(0, walk.microlitres(AccountKind.RESERVED));
  }

  @Test
  void aSmallDifferenceIsGivenByOne() { // section 4: max(0.20 mL, 5 %) and 5 mg
    Walk walk = Walk.to(Phase.POURING).tell(Say.finished(8800)).tell(Say.weighed(8810));
    walk.is(Phase.DISCREPANCY).tell(Say.asItIs(false)).is(Phase.MEASURED);
  }

  @Test
  void fivePercentOfALargeDoseIsMoreThanFiveMilligramsAndNeedsTwo() { // section 4
    Walk walk = new Walk().tell(Say.tap(Say.order(20_000))).tell(Say.startHandedOver());
    walk.tell(Say.runs()).tell(Say.finished(20_800)).tell(Say.weighed(20_800));
    walk.is(Phase.DISCREPANCY).tell(Say.asItIs(false)).refused("second-signature-needed");
    walk.tell(Say.asItIs(true)).is(Phase.MEASURED);
  }

  @Test
  void withoutDensityNothingIsSmall() {
    Walk walk = Walk.to(Phase.POURING).tell(Say.finished(8750));
    walk.tell(Say.weighedWithoutDensity(8750)).is(Phase.DISCREPANCY);
    walk.tell(Say.asItIs(false)).refused("second-signature-needed");
  }

  @Test
  void aDiscardedCupThatWeighsLessInTheContainerIsExplained() {
    Walk walk = Walk.to(Phase.DISCREPANCY).tell(Say.discarded(3900)).is(Phase.DISCARDED);
    assertEquals(3900, walk.microlitres(AccountKind.WASTE));
    assertEquals(110, walk.microlitres(AccountKind.DISCREPANCY));
  }

  @Test
  void aDiscardedCupWithoutAnyWeightGoesByThePump() {
    Walk walk = Walk.to(Phase.SETTLING).tell(Say.notWeighed()).tell(Say.discardedUnweighed());
    walk.is(Phase.DISCARDED);
    assertEquals(8500, walk.microlitres(AccountKind.WASTE));
  }

  private static Walk overPour(long microlitres) {
    Walk walk = Walk.to(Phase.POURING).tell(Say.finished(microlitres));
    return walk.tell(Say.weighed(microlitres)).is(Phase.DISCREPANCY);
  }
}
