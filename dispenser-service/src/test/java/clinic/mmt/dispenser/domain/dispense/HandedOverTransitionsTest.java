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

/** HandedOver: the person has the cup. */
class HandedOverTransitionsTest {

  @TestFactory
  Stream<DynamicTest> transitions() {
    return Formula.of(Phase.HANDED_OVER)
        .goes(Say.swallowed(), Phase.CONSUMED)
        .goes(Say.partTaken(1), Phase.PARTLY_TAKEN)
        .goes(Say.partTaken(999), Phase.PARTLY_TAKEN)
        .goes(Say.givenBack(), Phase.REFUSED)
        .goes(Say.spilt(0), Phase.SPILLED)
        .goes(Say.walkedOff(), Phase.TAKEN_AWAY)
        .goes(Say.notSeen(), Phase.UNCERTAIN)
        .stays(Say.stop(), Say.restarted(), Say.lost(), Say.finished(1))
        .stays(Say.handOver()) // the scale and a tap both said it
        .refuses("not-a-part", Say.partTaken(0), Say.partTaken(1000), Say.spilt(1000))
        .refuses("not-a-part", Say.partTaken(-1), Say.spilt(-1))
        .refuses("handed-over", Say.tap(), Say.weighed(1), Say.discarded(1), Say.hold())
        .refuses("handed-over", Say.vomited(5), Say.correction(Say.NURSE, true))
        .refuses("nothing-to-settle", Say.neverKnown(1, true))
        .tests();
  }

  @Test
  void thePartIsClosedFromTheHandOverOn() { // principle 1
    assertEquals(Phase.Guard.TAKEN, Walk.to(Phase.HANDED_OVER).phase().guard());
    assertEquals(Phase.Lane.WATCHED, Walk.to(Phase.HANDED_OVER).phase().lane());
  }

  @Test
  void swallowedIsTheFullCup() {
    Walk walk = Walk.to(Phase.CONSUMED);
    assertEquals(8490, walk.microlitres(AccountKind.PATIENT));
    assertEquals(Say.NURSE, walk.dose().observedBy().orElseThrow());
  }

  @Test
  void aDilutedLeftOverIsAFraction() { // H94: 40 of 100 mL left is 40 %
    Walk walk = Walk.to(Phase.HANDED_OVER).tell(Say.partTaken(600));
    assertEquals(5094, walk.microlitres(AccountKind.PATIENT));
    assertEquals(3396, walk.microlitres(AccountKind.WASTE));
  }

  @Test
  void spilledGoesToLoss() {
    Walk walk = Walk.to(Phase.HANDED_OVER).tell(Say.spilt(200));
    assertEquals(1698, walk.microlitres(AccountKind.PATIENT));
    assertEquals(6792, walk.microlitres(AccountKind.LOSS));
  }

  @Test
  void givenBackUntouchedFreesThePartAndGoesToTheContainer() {
    Walk walk = Walk.to(Phase.REFUSED);
    assertEquals(Phase.Guard.FREE, walk.phase().guard());
    assertEquals(8490, walk.microlitres(AccountKind.WASTE));
  }

  @Test
  void unseenIsTakenForTheGuardAndForTheStock() { // H93, principle 1
    for (Phase phase : List.of(Phase.TAKEN_AWAY, Phase.UNCERTAIN)) {
      Walk walk = Walk.to(phase);
      assertEquals(Phase.Guard.TAKEN, walk.phase().guard());
      assertEquals(8490, walk.microlitres(AccountKind.PATIENT));
      assertTrue(walk.dose().observedBy().isPresent(), Duration.ZERO::toString);
    }
  }
}
