package clinic.mmt.dispenser.app.device;

import clinic.mmt.quantity.Volume;
import java.util.Optional;

/**
 * What the pump says of itself.
 *
 * @param running whether liquid moves
 * @param counter its dispensed counter
 * @param alarm a latched alarm, in plain words
 */
public record PumpReading(boolean running, Volume counter, Optional<String> alarm) {}
