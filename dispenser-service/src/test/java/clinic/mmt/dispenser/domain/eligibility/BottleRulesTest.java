package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every no names its rule and who lifts it. */
class BottleRulesTest {

  private static final PrescriptionId RX = new PrescriptionId("Rx-1");
  private static final Mass DOSE = Mass.ofMilligrams(85);
  private static final Volume FULL = Volume.ofMillilitres(1000);
  private static final Optional<MountedBottle> BOTTLE =
      Optional.of(
          new MountedBottle(
              new BottleId("B-1"),
              new BatchId("L-1"),
              Concentration.ofMilligramsPerMillilitre(10),
              Optional.empty()));

  @Test
  void theOrderIsTheMountedStrengthsVolumeAndTheCapOfR114() {
    var allowed = assertInstanceOf(BottleRules.Answer.Allowed.class, left(FULL));
    assertEquals(8500, allowed.order().volume().microlitres());
    assertEquals(8925, allowed.order().cap().microlitres());
  }

  @Test
  void withoutABottleThereIsNoPour() {
    no(
        "no-bottle-mounted",
        BottleRules.size(
            RX,
            DOSE,
            new BottleRules.Source(Optional.empty(), FULL, false),
            Profile.vietnamDraft()));
  }

  @Test
  void theBottleNeverFallsBelowItsFloorEvenAtTheCap() {
    assertInstanceOf(BottleRules.Answer.Allowed.class, left(Volume.ofMicrolitres(100_000 + 8925)));
    no("bottle-low", left(Volume.ofMicrolitres(100_000 + 8924)));
  }

  @Test
  void aBatchWhoseFirstDosesDidNotAgreeIsNotPoured() { // H90
    no(
        "batch-stopped",
        BottleRules.size(
            RX, DOSE, new BottleRules.Source(BOTTLE, FULL, true), Profile.vietnamDraft()));
  }

  private static BottleRules.Answer left(Volume left) {
    return BottleRules.size(
        RX, DOSE, new BottleRules.Source(BOTTLE, left, false), Profile.vietnamDraft());
  }

  private static void no(String code, BottleRules.Answer answer) {
    assertEquals(code, assertInstanceOf(BottleRules.Answer.No.class, answer).code());
  }
}
