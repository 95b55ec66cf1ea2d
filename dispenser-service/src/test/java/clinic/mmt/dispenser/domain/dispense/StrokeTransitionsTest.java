package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.domain.stock.AccountKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dose of 8.5 mL by a syringe of 3 mL: three intents, each weighed before the next. */
class StrokeTransitionsTest {

  private static Walk poured(Say.What intended, long pumped) {
    return poured(new Walk(), intended, pumped);
  }

  private static Walk poured(Walk walk, Say.What intended, long pumped) {
    walk.tell(intended).is(Phase.ARMED).tell(Say.startHandedOver()).tell(Say.runs());
    return walk.tell(Say.finished(pumped)).is(Phase.SETTLING);
  }

  @Test
  void strokeFollowsStrokeUntilTheDoseIsMeasured() {
    Walk walk = poured(Say.tapFirstStroke(3000), 3000).tell(Say.weighed(2990)).is(Phase.TOP_UP);
    assertInstanceOf(
        Effect.NextStroke.class,
        assertInstanceOf(Transition.Changed.class, walk.last()).effects().getFirst());
    assertEquals(2990, walk.microlitres(AccountKind.CUP), "what the first stroke brought");
    poured(walk, Say.stroke(IntentKind.STROKE, 3000), 3000)
        .tell(Say.weighed(5985))
        .is(Phase.TOP_UP);
    poured(walk, Say.stroke(IntentKind.LAST_STROKE, 2500), 2500)
        .tell(Say.weighed(8480))
        .is(Phase.MEASURED);
    assertEquals(8480, walk.microlitres(AccountKind.CUP));
  }

  @Test
  void aLastStrokeThatIsShortIsToppedUpLikeAnyShot() {
    Walk walk = poured(Say.tapFirstStroke(4500), 4500).tell(Say.weighed(4490)).is(Phase.TOP_UP);
    poured(walk, Say.stroke(IntentKind.LAST_STROKE, 4000), 4000)
        .tell(Say.weighed(8300))
        .is(Phase.TOP_UP);
    assertInstanceOf(
        Effect.TopUp.class,
        assertInstanceOf(Transition.Changed.class, walk.last()).effects().getFirst());
  }

  @Test
  void aLastStrokeThatWasAimedLowIsTrimmed() {
    Walk walk = poured(Say.tapFirstStroke(4330), 4330).tell(Say.weighed(4330)).is(Phase.TOP_UP);
    poured(walk, Say.stroke(IntentKind.AIMED_LOW, 4000), 4000)
        .tell(Say.weighed(8330))
        .is(Phase.TOP_UP);
  }

  @Test
  void noStrokeFollowsWherePumpAndScaleDisagreeOrTheFirstWasStopped() { // H89
    List<Say.What> seen =
        List.of(
            Say.weighed(2600),
            Say.weighed(3400),
            Say.weighedAfterStop(3000),
            Say.weighedWithoutDensity(2000),
            Say.weighed(-4800),
            Say.notWeighed());
    for (Say.What weight : seen) {
      poured(Say.tapFirstStroke(3000), 3000).tell(weight).is(Phase.DISCREPANCY);
    }
  }

  @Test
  void withoutADensityTheGateIsEnoughAndTheCupHoldsWhatThePumpCounted() { // section 4
    Walk walk = poured(Say.tapFirstStroke(3000), 3000).tell(Say.weighedWithoutDensity(3000));
    walk.is(Phase.TOP_UP);
    assertEquals(3000, walk.microlitres(AccountKind.CUP));
  }

  @Test
  void allStrokesTogetherAreHeldByTheCap() {
    Walk walk = poured(Say.tapFirstStroke(5000), 5000).tell(Say.weighed(5000));
    walk.tell(Say.stroke(IntentKind.LAST_STROKE, 3926)).refused("over-cap");
    walk.tell(Say.stroke(IntentKind.LAST_STROKE, 3925)).is(Phase.ARMED); // the control
  }

  @Test
  void aCrashBetweenStrokesKeepsTheWeighedCup() {
    Walk walk = poured(Say.tapFirstStroke(5000), 5000).tell(Say.weighed(5000));
    walk.tell(Say.restarted()).is(Phase.DISCREPANCY);
    assertEquals(5000, walk.microlitres(AccountKind.CUP));
    poured(walk, Say.rest(3500), 3500).tell(Say.weighed(8500)).is(Phase.MEASURED);
  }

  @Test
  void aStrokeThatNeverStartedLeavesTheCupAsItWas() {
    Walk walk = poured(Say.tapFirstStroke(5000), 5000).tell(Say.weighed(5000));
    walk.tell(Say.stroke(IntentKind.LAST_STROKE, 3500)).tell(Say.notStarted());
    walk.is(Phase.DISCREPANCY);
    assertEquals(5000, walk.microlitres(AccountKind.CUP));
  }
}
