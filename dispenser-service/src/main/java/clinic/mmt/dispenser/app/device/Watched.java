package clinic.mmt.dispenser.app.device;

import clinic.mmt.quantity.Mass;
import java.util.Optional;

/**
 * Pump and scale asked together during a pour.
 *
 * @param pump empty when the pump did not answer this time
 * @param net net weight, zero when not weighed
 * @param weighed whether the scale gave a weight
 * @param underload the load is below the scale's range
 * @param pumpLost the pump's line is gone
 */
public record Watched(
    Optional<PumpReading> pump, Mass net, boolean weighed, boolean underload, boolean pumpLost) {}
