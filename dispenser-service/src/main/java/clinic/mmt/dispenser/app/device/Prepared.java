package clinic.mmt.dispenser.app.device;

import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;

/**
 * Pump and scale are ready and an empty cup is tared.
 *
 * @param pump the pump's identity
 * @param scale the scale's identity
 * @param counter the pump's dispensed counter, the baseline
 * @param tare the cup
 * @param notes alarms found and cleared on the way, for people
 */
public record Prepared(String pump, String scale, Volume counter, Mass tare, List<String> notes) {}
