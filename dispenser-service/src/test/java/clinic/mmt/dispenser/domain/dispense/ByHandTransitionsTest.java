package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doses drawn by hand and doses that no scale weighs. */
class ByHandTransitionsTest {

  private static Walk drawing() {
    return new Walk().tell(Say.tapByHand()).tell(Say.handBegan());
  }

  private static List<Effect> effects(Walk walk) {
    return assertInstanceOf(Transition.Changed.class, walk.last()).effects();
  }

  @Test
  void theIntentIsDurableBeforeTheScreenSaysDraw() {
    Walk armed = new Walk().tell(Say.tapByHand());
    assertEquals(Phase.ARMED, armed.phase());
    assertInstanceOf(Effect.PourByHand.class, effects(armed).getFirst());
    assertEquals(1, effects(armed).size(), "and no pump is armed");
  }

  @Test
  void whateverAPumpSaysIsNothingToADoseDrawnByHand() {
    Map<String, Say.What> said = new LinkedHashMap<>();
    said.put("start-handed-over", Say.startHandedOver());
    said.put("start-not-written", Say.startNotWritten());
    said.put("runs", Say.runs());
    said.put("finished", Say.finished(8500));
    said.put("stands", Say.stands(4000));
    said.put("lost", Say.lost());
    said.forEach(
        (name, what) -> {
          for (Walk walk : List.of(new Walk().tell(Say.tapByHand()), drawing())) {
            Phase before = walk.phase();
            walk.tell(what);
            assertEquals(before, walk.phase(), name);
            assertTrue(!(walk.last() instanceof Transition.Changed), name);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({ // 2 % of 8.5 mL is 0.17 mL; alone 5 % and at most 5 mg
    "8329, DISCREPANCY",
    "8330, MEASURED",
    "8500, MEASURED",
    "8670, MEASURED",
    "8671, DISCREPANCY",
    "0, DISCREPANCY"
  })
  void theWeightDecidesByTheSameTable(long microlitres, Phase phase) {
    Walk walk = drawing().tell(Say.handDone()).tell(Say.weighed(microlitres));
    assertEquals(phase, walk.phase());
    assertEquals(LiquidSource.HAND, walk.state().dose().source());
  }

  @Test
  void shortByHandIsNeverToppedUpByAPump() {
    Walk walk = drawing().tell(Say.handDone()).tell(Say.weighed(8320));
    assertEquals(Phase.DISCREPANCY, walk.phase());
    walk.tell(Say.restByHand(180, 8320));
    assertEquals(Phase.ARMED, walk.phase());
    assertInstanceOf(Effect.PourByHand.class, effects(walk).getFirst());
    walk.tell(Say.handBegan()).tell(Say.handDone()).tell(Say.weighed(8500));
    assertEquals(Phase.MEASURED, walk.phase());
  }

  @Test
  void aRestByHandAboveTheCapIsRefused() {
    Walk walk = drawing().tell(Say.handDone()).tell(Say.weighed(4000));
    walk.tell(Say.restByHand(4_930, 4000));
    assertEquals("over-cap", assertInstanceOf(Transition.Refused.class, walk.last()).code());
    walk.tell(Say.restByHand(4_500, 4000));
    assertEquals(Phase.ARMED, walk.phase(), "the control: the rest itself fits");
  }

  @Test
  void withoutADensityAWeightByHandProvesNothing() {
    Walk walk = drawing().tell(Say.handDone()).tell(Say.weighedWithoutDensity(8500));
    assertEquals(Phase.DISCREPANCY, walk.phase());
  }

  @Test
  void stopWeighsWhatIsThereAndVoidsNothing() {
    for (Walk walk : List.of(new Walk().tell(Say.tapByHand()), drawing())) {
      walk.tell(Say.stop());
      assertEquals(Phase.SETTLING, walk.phase());
      assertInstanceOf(Effect.Settle.class, effects(walk).getFirst());
    }
  }

  @Test
  void aRestartWhileDrawingIsOfUnknownOutcome() {
    for (Walk walk :
        List.of(new Walk().tell(Say.tapByHand()), drawing(), drawing().tell(Say.handDone()))) {
      assertEquals(Phase.OUTCOME_UNKNOWN, walk.tell(Say.restarted()).phase());
    }
  }

  @Test
  void onlyADosePouredInTheModeGoesWithoutAWeight() {
    Walk unweighed =
        new Walk()
            .tell(Say.tapUnweighed())
            .tell(Say.startHandedOver())
            .tell(Say.runs())
            .tell(Say.finished(8500));
    assertEquals(Phase.MEASURED, unweighed.tell(Say.noScale()).phase());
    Walk ordinary = Walk.to(Phase.SETTLING).tell(Say.noScale());
    assertEquals(Phase.DISCREPANCY, ordinary.phase());
  }

  @ParameterizedTest
  @CsvSource({"8489, DISCREPANCY", "8490, MEASURED", "8500, MEASURED"})
  void withoutAScaleOnlyACompleteShotIsGiven(long counted, Phase phase) { // one count is 0.01 mL
    Walk walk =
        new Walk()
            .tell(Say.tapUnweighed())
            .tell(Say.startHandedOver())
            .tell(Say.runs())
            .tell(Say.finished(counted))
            .tell(Say.noScale());
    assertEquals(phase, walk.phase());
  }
}
