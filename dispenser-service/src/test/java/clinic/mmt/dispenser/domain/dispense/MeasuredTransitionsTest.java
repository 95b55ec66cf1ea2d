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

/** Measured and Held: the cup stands on the scale. */
class MeasuredTransitionsTest {

  @TestFactory
  Stream<DynamicTest> measured() {
    return Formula.of(Phase.MEASURED)
        .goes(Say.handOver(), Phase.HANDED_OVER, Effect.Release.class)
        .goes(Say.hold(), Phase.HELD)
        .goes(Say.restarted(), Phase.HELD)
        .goes(Say.identifiedAgain(), Phase.MEASURED)
        .goes(Say.discarded(8490), Phase.DISCARDED, Effect.Release.class)
        .stays(Say.stop(), Say.lost(), Say.finished(1))
        .refuses("identify-again", Say.handOver(Say.NURSE, true), Say.handOver(Say.OTHER, false))
        .refuses("already-poured", Say.tap(), Say.rest(100), Say.asItIs(true), Say.drawnOff())
        .refuses("already-poured", Say.weighed(8490), Say.topUp(10))
        .refuses("not-handed-over", Say.swallowed(), Say.givenBack())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> held() {
    return Formula.of(Phase.HELD)
        .goes(Say.identifiedAgain(), Phase.HELD, Effect.Settle.class)
        .goes(Say.discarded(8490), Phase.DISCARDED, Effect.Release.class)
        .stays(Say.stop(), Say.hold(), Say.restarted(), Say.lost())
        .refuses("not-measured", Say.handOver())
        .refuses("identify-first", Say.weighed(8490), Say.notWeighed())
        .refuses("already-poured", Say.tap(), Say.rest(1), Say.asItIs(true), Say.drawnOff())
        .tests();
  }

  @Test
  void after60SecondsTheHandOverAsksForThePersonAgain() { // R-113, H86
    Walk walk = Walk.to(Phase.MEASURED).later(Duration.ofSeconds(59)).tell(Say.handOver());
    walk.is(Phase.HANDED_OVER);
    Walk late = Walk.to(Phase.MEASURED).later(Duration.ofSeconds(60)).tell(Say.handOver());
    late.refused("identify-again");
    late.tell(Say.identifiedAgain()).tell(Say.handOver()).is(Phase.HANDED_OVER);
  }

  @Test
  void identifiedAgainIsGoodForOneHandOverTimeOnly() { // H86
    Walk walk = Walk.to(Phase.MEASURED).later(Duration.ofMinutes(5)).tell(Say.identifiedAgain());
    walk.later(Duration.ofMinutes(10)).tell(Say.handOver()).refused("identify-again");
  }

  @Test
  void anotherPersonIdentifiedAfterTheSecondIdentificationAsksAgain() { // H86
    Walk walk = Walk.to(Phase.MEASURED).tell(Say.identifiedAgain());
    walk.tell(Say.handOver(Say.NURSE, true)).refused("identify-again");
  }

  @Test
  void anotherUserHandsOverOnceThePersonIsIdentifiedAgain() {
    Walk.to(Phase.MEASURED)
        .tell(Say.identifiedAgain())
        .tell(Say.handOver(Say.OTHER, false))
        .is(Phase.HANDED_OVER);
  }

  @Test
  void aClockThatWentBackDoesNotMakeAnOldMeasurementFresh() { // H60
    Walk.to(Phase.MEASURED)
        .later(Duration.ofHours(-2))
        .tell(Say.handOver())
        .refused("identify-again");
  }

  @Test
  void aCupMeasuredInTheFutureIsGivenOnceThePersonIsIdentifiedAgain() { // H60
    Walk walk = Walk.to(Phase.MEASURED).later(Duration.ofHours(-2)).tell(Say.identifiedAgain());
    walk.tell(Say.handOver(Say.OTHER, true)).refused("identify-again");
    walk.tell(Say.handOver(Say.OTHER, false)).is(Phase.HANDED_OVER);
  }

  @Test
  void aHeldCupMeasuredInTheFutureComesBackByPersonAndWeight() { // H60
    Walk walk = Walk.to(Phase.HELD).later(Duration.ofHours(-2));
    walk.tell(Say.weighed(8490)).refused("identify-first");
    walk.tell(Say.identifiedAgain()).tell(Say.weighed(8490)).is(Phase.MEASURED);
    walk.tell(Say.handOver()).is(Phase.HANDED_OVER);
  }

  @Test
  void withoutDensityTheCupHoldsWhatThePumpCountedAndTheWeightIsAGate() { // section 4
    Walk walk = Walk.to(Phase.POURING).tell(Say.finished(8510));
    walk.tell(Say.weighedWithoutDensity(8500)).is(Phase.MEASURED);
    assertEquals(8510, walk.microlitres(AccountKind.CUP));
    walk.tell(Say.hold()).tell(Say.identifiedAgain()).tell(Say.weighedWithoutDensity(8490));
    walk.is(Phase.MEASURED);
    assertEquals(8510, walk.microlitres(AccountKind.CUP));
    walk.tell(Say.hold()).tell(Say.identifiedAgain()).tell(Say.weighedWithoutDensity(7000));
    walk.is(Phase.DISCREPANCY);
  }

  @Test
  void aHeldCupComesBackByPersonAndWeight() {
    Walk walk = Walk.to(Phase.HELD).tell(Say.identifiedAgain()).tell(Say.weighed(8490));
    walk.is(Phase.MEASURED).tell(Say.handOver()).is(Phase.HANDED_OVER);
    assertEquals(8490, walk.microlitres(AccountKind.CUP));
  }

  @Test
  void aHeldCupThatWeighsDifferentlyIsADiscrepancy() {
    Walk walk = Walk.to(Phase.HELD).tell(Say.identifiedAgain()).tell(Say.weighed(7000));
    walk.is(Phase.DISCREPANCY).tell(Say.asItIs(false)).refused("second-signature-needed");
    assertEquals(7000, walk.microlitres(AccountKind.CUP));
    assertEquals(1490, walk.microlitres(AccountKind.DISCREPANCY));
  }

  @Test
  void aHeldCupCantBeWeighedTwiceOnOneIdentification() {
    Walk walk = Walk.to(Phase.HELD).tell(Say.identifiedAgain()).tell(Say.weighed(8490));
    walk.tell(Say.hold()).tell(Say.weighed(8490)).refused("identify-first").is(Phase.HELD);
  }

  @Test
  void aCupHeldLongerThan15MinutesCanOnlyBeDiscarded() { // section 2
    Walk walk = Walk.to(Phase.HELD).later(Duration.ofMinutes(16)).tell(Say.identifiedAgain());
    walk.refused("held-too-long").is(Phase.HELD);
    walk.tell(Say.discarded(8490)).is(Phase.DISCARDED);
    assertEquals(8490, walk.microlitres(AccountKind.WASTE));
    assertTrue(List.of(Phase.Guard.FREE).contains(walk.phase().guard()));
  }

  @Test
  void aDifferenceThatStoodForLongAsksForThePersonAgain() {
    Walk walk = Walk.to(Phase.DISCREPANCY).later(Duration.ofMinutes(30));
    walk.tell(Say.asItIs(true)).is(Phase.MEASURED);
    walk.tell(Say.handOver()).refused("identify-again");
    walk.tell(Say.identifiedAgain()).tell(Say.handOver()).is(Phase.HANDED_OVER);
  }
}
