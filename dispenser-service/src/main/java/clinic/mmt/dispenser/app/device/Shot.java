package clinic.mmt.dispenser.app.device;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.quantity.Volume;

/**
 * One pump start, with leave.
 *
 * @param dose the dose
 * @param intent the durable intent
 * @param commanded the volume the pump is told
 * @param cap the most that all starts of the dose may ask for
 */
public record Shot(DoseId dose, IntentId intent, Volume commanded, Volume cap) {}
