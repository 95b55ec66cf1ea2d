package clinic.mmt.dispenser.app.device;

import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;

/**
 * Pump and scale are ready and an empty cup is tared; in a degraded mode one of the two.
 *
 * @param pump the pump's identity; empty where a dose is drawn by hand
 * @param scale the scale's identity; empty where nothing is weighed
 * @param found the counter as it stood before it was cleared for this
 * @param counter the pump's dispensed counter, the baseline
 * @param tare the cup
 * @param notes alarms found and cleared on the way, for people
 */
public record Prepared(
    String pump, String scale, Volume found, Volume counter, Mass tare, List<String> notes) {

  /** With a counter that was not cleared. */
  public Prepared(String pump, String scale, Volume counter, Mass tare, List<String> notes) {
    this(pump, scale, counter, counter, tare, notes);
  }
}
