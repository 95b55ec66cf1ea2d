package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;

/**
 * Pump and scale asked together while liquid flows.
 *
 * @param physicsMillis milliseconds of physics since the start of this intent
 * @param pumped by the pump's counter in this intent
 * @param net net weight of the cup's content
 * @param weighed false when the scale gave no usable weight this time
 * @param underload the load is below the scale's range: the cup or the pan was lifted
 */
public record LiveSample(
    long physicsMillis, Volume pumped, Mass net, boolean weighed, boolean underload) {

  @Override
  public String toString() {
    return "LiveSample[" + physicsMillis + " ms]";
  }
}
