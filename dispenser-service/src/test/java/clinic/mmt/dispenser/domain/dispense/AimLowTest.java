package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;
import org.junit.jupiter.api.Test;

/** Aim low and trim: the first shot stays below the order, the scale says the rest. */
class AimLowTest {

  private static final Profile ON = Profile.vietnamDraft().aimingLow();

  private static long shot(long ordered, long smallest, boolean topUpAllowed, Profile profile) {
    return AimLow.firstShot(
            Volume.ofMicrolitres(ordered), Volume.ofMicrolitres(smallest), topUpAllowed, profile)
        .microlitres();
  }

  @Test
  void theFirstShotIsLowerByTheLargerOfATenthOfAMillilitreAndTwoPercent() {
    assertEquals(2900, shot(3000, 10, true, ON));
    assertEquals(4900, shot(5000, 10, true, ON));
    assertEquals(8330, shot(8500, 10, true, ON));
  }

  @Test
  void offWithoutTopUpOrBelowThePumpsMinimumItIsTheOrder() {
    assertEquals(8500, shot(8500, 10, true, Profile.vietnamDraft()), "the draft has it off");
    assertEquals(8500, shot(8500, 10, false, ON));
    assertEquals(8330, shot(8500, 170, true, ON));
    assertEquals(8500, shot(8500, 171, true, ON));
    assertEquals(150, shot(150, 60, true, ON), "what is left would be below the minimum");
  }

  private static Walk settled(long weighed, WeighingFacts facts) {
    return Walk.to(Phase.REVIEWING)
        .tell(Say.tapAimedLow(8330))
        .tell(Say.startHandedOver())
        .tell(Say.runs())
        .tell(Say.finished(8330))
        .tell(Say.weighed(weighed, facts));
  }

  @Test
  void itIsTrimmedAlthoughItWouldBeAcceptedAsItIs() {
    Walk walk = settled(8330, Say.facts(true, true)).is(Phase.TOP_UP);
    walk.tell(Say.topUp(170)).tell(Say.startHandedOver()).tell(Say.runs());
    walk.tell(Say.finished(170)).tell(Say.weighed(8500)).is(Phase.MEASURED);
  }

  @Test
  void aTrimThatIsNotPossibleLeavesTheDoseToItsTolerance() {
    settled(8330, Say.facts(true, false)).is(Phase.MEASURED);
    settled(8329, Say.facts(true, false)).is(Phase.DISCREPANCY);
    settled(8480, Say.facts(true, true)).is(Phase.MEASURED); // 20 µL are below the minimum
    settled(8500, Say.facts(true, true)).is(Phase.MEASURED);
  }

  @Test
  void aScaleThatDoesNotAgreeTrimsNothingAndTheCapHolds() { // H89
    settled(7900, Say.facts(true, true)).is(Phase.DISCREPANCY);
    Walk walk = settled(8330, Say.facts(true, true));
    walk.tell(Say.topUp(596)).refused("over-cap");
    walk.tell(Say.topUp(595)).is(Phase.ARMED);
  }
}
