package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;

/**
 * What the scale said of the cup, as a stable net weight.
 *
 * @param net net weight
 * @param volume by the batch's density; with no density, by the middle of the gross gate
 * @param confirmed whether a measured density stands behind the volume
 */
public record Weighing(Mass net, Volume volume, boolean confirmed) {

  @Override
  public String toString() {
    return "•••";
  }
}
