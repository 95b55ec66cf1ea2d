package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.quantity.Volume;

/**
 * One weighed dose of a batch, pump against scale.
 *
 * @param expected what should be in the cup by the pump's counter
 * @param weighed what the scale said, by the density of the batch
 */
public record Compared(DoseId dose, Volume expected, Volume weighed) {

  @Override
  public String toString() {
    return "Compared[" + dose.value() + "]";
  }
}
