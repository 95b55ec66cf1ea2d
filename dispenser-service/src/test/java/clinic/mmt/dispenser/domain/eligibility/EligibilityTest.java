package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every no names its rule and who lifts it. */
class EligibilityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
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
    var allowed = assertInstanceOf(Eligibility.Answer.Allowed.class, on(DAY, FULL));
    assertEquals(8500, allowed.order().volume().microlitres());
    assertEquals(8925, allowed.order().cap().microlitres());
  }

  @Test
  void thePrescriptionHoldsFromItsFirstToItsLastDay() {
    assertInstanceOf(Eligibility.Answer.Allowed.class, on(DAY.plusDays(29), FULL));
    no("no-prescription-today", on(DAY.minusDays(1), FULL));
    no("no-prescription-today", on(DAY.plusDays(30), FULL));
    no(
        "no-prescription-today",
        Eligibility.today(DAY, Optional.empty(), from(BOTTLE, FULL), Profile.vietnamDraft()));
  }

  @Test
  void withoutABottleThereIsNoPour() {
    no(
        "no-bottle-mounted",
        Eligibility.today(
            DAY,
            Optional.of(prescription()),
            from(Optional.empty(), FULL),
            Profile.vietnamDraft()));
  }

  @Test
  void theBottleNeverFallsBelowItsFloorEvenAtTheCap() {
    assertInstanceOf(
        Eligibility.Answer.Allowed.class, on(DAY, Volume.ofMicrolitres(100_000 + 8925)));
    no("bottle-low", on(DAY, Volume.ofMicrolitres(100_000 + 8924)));
  }

  @Test
  void aBatchWhoseFirstDosesDidNotAgreeIsNotPoured() { // H90
    no(
        "batch-stopped",
        Eligibility.today(
            DAY,
            Optional.of(prescription()),
            new Eligibility.Source(BOTTLE, FULL, true),
            Profile.vietnamDraft()));
  }

  private static Eligibility.Answer on(LocalDate day, Volume left) {
    return Eligibility.today(
        day, Optional.of(prescription()), from(BOTTLE, left), Profile.vietnamDraft());
  }

  private static Eligibility.Source from(Optional<MountedBottle> mounted, Volume left) {
    return new Eligibility.Source(mounted, left, false);
  }

  private static Prescription prescription() {
    return new Prescription(
        new PrescriptionId("Rx-1"),
        new PatientId("P-1"),
        Mass.ofMilligrams(85),
        DAY,
        DAY.plusDays(29),
        new StaffId("S-1"));
  }

  private static void no(String code, Eligibility.Answer answer) {
    assertEquals(code, assertInstanceOf(Eligibility.Answer.No.class, answer).code());
  }
}
