package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first doses of a batch at the counter: stopped at every station, until somebody acted. */
class FirstDosesCounterTest { // H90

  private static final StationId OTHER = new StationId("station-2");

  private final Bed bed = new Bed();

  private void pour(String patient, long pumped, long weighed) {
    bed.devices.settle = Optional.of(Report.ok(weight(weighed)));
    bed.identify(patient).pour(pumped);
  }

  private static Mass weight(long microlitres) {
    return FakeDevices.DENSITY.massOf(Volume.ofMicrolitres(microlitres));
  }

  private boolean stopped() {
    return bed.read(reads -> reads.firstDoses(Bed.BATCH).stopped());
  }

  private void append(Fact fact) {
    bed.journal.transact(
        new Transaction<>("S-x", Bed.MORNING, reads -> Decision.accept(List.of(fact), true)),
        outcome -> {});
    bed.run();
  }

  private Optional<String> refusedElsewhere() {
    return bed.read(
        reads ->
            switch (new Entitlement(bed.house)
                .now(reads, new PatientId("P-B"), DosePart.WHOLE, OTHER)) {
              case Entitlement.Answer.Allowed a -> Optional.<String>empty();
              case Entitlement.Answer.No no -> Optional.of(no.refusal().code());
            });
  }

  @Test
  void aDensity13PercentWrongStopsTheBatchAtEveryStation() {
    MountedBottle same =
        new MountedBottle(
            new BottleId("B-2"),
            Bed.BATCH,
            Concentration.ofMilligramsPerMillilitre(10),
            Optional.of(FakeDevices.DENSITY));
    append(
        new Fact.BottleMounted(
            OTHER,
            same,
            List.of(
                Posting.move(
                    Bed.BATCH,
                    Account.only(AccountKind.SUPPLIER),
                    new Account(AccountKind.BOTTLE, "B-2"),
                    Volume.ofMillilitres(1000)))));
    assertEquals(Optional.empty(), refusedElsewhere(), "control");
    pour("P-A", 8500, 8500 * 1000 / 1130);
    bed.is(Phase.DISCREPANCY);
    assertTrue(stopped());
    assertEquals(Optional.of("batch-stopped"), refusedElsewhere());
    Bed.refused("batch-stopped", bed.step(Step.REST));
    assertEquals(1, bed.devices.started.size(), "nothing more flows, so never above the cap");
    Bed.done(bed.signed(Step.AS_IT_IS, Map.of()));
    bed.identify("P-A").handOverMeasured();
    bed.identify("P-B").empty();
    assertEquals("batch-stopped", bed.notice());
  }

  @Test
  void withinThreePercentTheNextIsPoured() { // control
    pour("P-A", 8500, 8500 - 255);
    assertFalse(stopped());
    assertEquals(2, bed.devices.started.size(), "2 to 3 % short is topped up");
  }

  @Test
  void aScaleThatDoesNotAgreeAsksForNoTopUp() { // H89
    pour("P-A", 8500, 8500 - 256);
    assertTrue(stopped());
    bed.is(Phase.DISCREPANCY);
    assertEquals(1, bed.devices.started.size());
  }

  @Test
  void measuredAgainItIsPouredAgainAndCountedAnew() {
    pour("P-A", 8500, 8500 * 1000 / 1130);
    DoseId first = bed.visit();
    Bed.done(bed.signed(Step.AS_IT_IS, Map.of()));
    bed.identify("P-A").handOverMeasured();
    append(new Fact.BatchRemeasured(Bed.BATCH, Optional.empty(), "pump calibrated"));
    assertFalse(stopped());
    bed.devices.inCup = 0;
    bed.devices.counter = 0;
    pour("P-B", 8500, 8500);
    bed.is(Phase.MEASURED);
    assertEquals(
        List.of(bed.visit()),
        bed.read(
            reads -> reads.firstDoses(Bed.BATCH).doses().stream().map(d -> d.dose()).toList()));
    assertFalse(first.equals(bed.visit()));
  }

  @Test
  void aShotThatWasStoppedDoesNotCount() {
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(4000);
    bed.devices.settle = Optional.of(Report.ok(weight(3000)));
    bed.stop();
    bed.run();
    bed.is(Phase.DISCREPANCY);
    assertEquals(List.of(), bed.read(reads -> reads.firstDoses(Bed.BATCH).doses()));
  }
}
