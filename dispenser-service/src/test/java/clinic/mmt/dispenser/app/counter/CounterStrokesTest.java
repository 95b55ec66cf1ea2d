package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentKind;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.quantity.Volume;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dose of 8.5 mL at a counter whose pump has a syringe of 3 mL. */
class CounterStrokesTest {

  private final Bed bed = new Bed();

  private void begin() {
    bed.devices.stroke = Volume.ofMicrolitres(3000);
    bed.identify("P-A").is(Phase.REVIEWING);
    Bed.done(bed.step(Step.POUR));
  }

  private List<IntentKind> kinds(DoseId dose) {
    return bed.read(reads -> reads.dose(dose)).orElseThrow().dose().intents().stream()
        .map(Intent::kind)
        .toList();
  }

  @Test
  void oneTapPoursAllStrokesWithAnIntentForEach() {
    begin();
    DoseId dose = bed.visit();
    bed.devices.finish(3000);
    bed.run().is(Phase.POURING);
    bed.devices.finish(3000);
    bed.run().is(Phase.POURING);
    bed.devices.finish(2500);
    bed.run().is(Phase.MEASURED);
    assertEquals(
        List.of(IntentKind.STROKE, IntentKind.STROKE, IntentKind.LAST_STROKE), kinds(dose));
    assertEquals(
        List.of(3000L, 3000L, 2500L),
        bed.devices.started.stream().map(s -> s.commanded().microlitres()).toList());
    assertEquals(3, bed.devices.started.stream().map(s -> s.intent()).distinct().count());
    Bed.done(bed.step(Step.HAND_OVER));
    Bed.done(bed.step(Step.SWALLOWED, dose));
    assertEquals(Volume.ofMicrolitres(8500), bed.balance(AccountKind.PATIENT, "-"));
    assertEquals(Volume.ofMicrolitres(991_500), bed.balance(AccountKind.BOTTLE, "B-1"));
  }

  @Test
  void whatOneStrokePoursIsOneShotAsBefore() { // the control
    bed.devices.stroke = Volume.ofMicrolitres(8500);
    bed.identify("P-A");
    DoseId dose = bed.visit();
    bed.pour(8500).is(Phase.MEASURED);
    assertEquals(List.of(IntentKind.FIRST), kinds(dose));
  }

  @Test
  void stoppedInTheSecondStrokeTheRestIsPouredStrokeByStroke() { // section 2
    begin();
    bed.devices.finish(3000);
    bed.run();
    bed.devices.flow(400);
    bed.stop();
    bed.run().is(Phase.DISCREPANCY);
    Bed.done(bed.step(Step.REST));
    bed.devices.finish(3000);
    bed.run().is(Phase.DISCREPANCY);
    Bed.done(bed.step(Step.REST));
    bed.devices.finish(2100);
    bed.run().is(Phase.MEASURED);
    assertEquals(8500, bed.devices.inCup);
  }

  @Test
  void aScaleThatSawNothingOfTheFirstStrokeLetsNoSecondOneFlow() { // H89
    begin();
    bed.devices.inCup -= 3000;
    bed.devices.finish(3000);
    bed.run().is(Phase.DISCREPANCY);
    assertEquals(1, bed.devices.started.size());
  }

  @Test
  void ofABatchThatIsStoppedByTheFirstStrokeNoSecondOneFlows() { // H90
    begin();
    bed.devices.inCup += 140;
    bed.devices.finish(3000);
    bed.run().is(Phase.DISCREPANCY);
    assertEquals(1, bed.devices.started.size());
    Bed.refused("batch-stopped", bed.step(Step.REST));
  }
}
