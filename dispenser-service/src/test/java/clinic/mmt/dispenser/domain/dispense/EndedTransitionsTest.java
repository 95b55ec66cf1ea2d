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

/** Ended doses, and what is learnt later of a consumed one. */
class EndedTransitionsTest {

  private static final List<Phase> ENDED = Stream.of(Phase.values()).filter(Phase::ended).toList();

  @TestFactory
  Stream<DynamicTest> everyEndedState() {
    return ENDED.stream()
        .flatMap(
            phase ->
                Formula.of(phase)
                    .stays(Say.stop(), Say.restarted(), Say.lost(), Say.finished(1), Say.runs())
                    .refuses("dose-ended", Say.tap(), Say.calledBack(Say.NURSE), Say.weighed(1))
                    .refuses("dose-ended", Say.rest(1), Say.discarded(1), Say.handOver())
                    .refuses("dose-ended", Say.swallowed(), Say.givenBack(), Say.partTaken(1))
                    .refuses("dose-ended", Say.provedUnmoved(), Say.foundInCup(1, true))
                    .tests());
  }

  @TestFactory
  Stream<DynamicTest> onlyConsumedLearnsMore() {
    return ENDED.stream()
        .filter(phase -> phase != Phase.CONSUMED)
        .flatMap(
            phase ->
                Formula.of(phase).refuses("dose-ended", Say.vomited(5), Say.wrongDose()).tests());
  }

  @TestFactory
  Stream<DynamicTest> onlyConsumedAndGivenBackCanBeMisTaps() {
    return ENDED.stream()
        .filter(phase -> phase != Phase.CONSUMED && phase != Phase.REFUSED)
        .flatMap(
            phase ->
                Formula.of(phase).refuses("dose-ended", Say.correction(Say.NURSE, true)).tests());
  }

  @TestFactory
  Stream<DynamicTest> consumed() {
    return Formula.of(Phase.CONSUMED)
        .goes(Say.vomited(0), Phase.CONSUMED)
        .goes(Say.vomited(1440), Phase.CONSUMED)
        .goes(Say.wrongDose(), Phase.CONSUMED)
        .goes(Say.correction(Say.NURSE, false), Phase.UNCERTAIN)
        .goes(Say.correction(Say.OTHER, true), Phase.UNCERTAIN)
        .refuses("not-minutes", Say.vomited(-1), Say.vomited(1441))
        .refuses("second-signature-needed", Say.correction(Say.OTHER, false))
        .tests();
  }

  @Test
  void aMisTapIsCorrectedWithinTwoMinutesOfTheTapNotOfTheHandOver() { // section 2
    Walk slow = Walk.to(Phase.HANDED_OVER).later(Duration.ofMinutes(10)).tell(Say.swallowed());
    slow.later(Duration.ofSeconds(119)).tell(Say.correction(Say.NURSE, false));
    slow.is(Phase.UNCERTAIN);
    Walk late = Walk.to(Phase.CONSUMED).later(Duration.ofMinutes(2));
    late.tell(Say.correction(Say.NURSE, false)).refused("second-signature-needed");
    late.tell(Say.correction(Say.NURSE, true)).is(Phase.UNCERTAIN);
  }

  @Test
  void aCorrectionNeverOpensTheOnceADayLock() { // principle 1
    Walk walk = Walk.to(Phase.CONSUMED).tell(Say.correction(Say.NURSE, false));
    assertEquals(Phase.Guard.TAKEN, walk.phase().guard());
    assertEquals(8490, walk.microlitres(AccountKind.PATIENT));
    assertTrue(walk.phase().ended());
  }

  @Test
  void givenBackByMistakeClosesTheOnceADayLockAgain() { // principle 1
    Walk walk = Walk.to(Phase.REFUSED);
    assertEquals(Phase.Guard.FREE, walk.phase().guard(), "the control: given back frees the part");
    walk.tell(Say.correction(Say.NURSE, false)).is(Phase.UNCERTAIN);
    assertEquals(Phase.Guard.TAKEN, walk.phase().guard());
    assertEquals(8490, walk.microlitres(AccountKind.PATIENT));
    assertEquals(0, walk.microlitres(AccountKind.WASTE));
  }

  @Test
  void givenBackIsCorrectedByAnotherPersonOnlyWithTwoSignatures() {
    Walk walk = Walk.to(Phase.REFUSED);
    walk.tell(Say.correction(Say.OTHER, false)).refused("second-signature-needed");
    walk.tell(Say.correction(Say.OTHER, true)).is(Phase.UNCERTAIN);
  }
}
