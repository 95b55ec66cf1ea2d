package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;

/**
 * What was authorised when the pour was intended; a later change of the prescription does not touch
 * it.
 *
 * @param prescription the version it was authorised with
 * @param dose ordered drug
 * @param volume the same in the mounted solution, rounded once
 * @param cap the most that all start commands of this dose together may ask for
 * @param bottle the mounted bottle
 * @param batch its batch
 */
public record Order(
    PrescriptionId prescription,
    Mass dose,
    Volume volume,
    Volume cap,
    BottleId bottle,
    BatchId batch) {

  /** The strength it was sized with, as the order itself tells it. */
  public Concentration strength() {
    return new Concentration(
        Math.max(1, Math.multiplyExact(dose.micrograms(), 1000L) / volume.microlitres()));
  }

  @Override
  public String toString() {
    return "Order[" + prescription.value() + "]";
  }
}
