package clinic.mmt.sim.pump.reglo;

/**
 * How a Reglo ICC is built and which of its ways the manual leaves open.
 *
 * @param channels 1 to 4; the first carries the tube of the station
 * @param keepsTrip whether the trip volume survives a power cut
 * @param progressTellsLeft whether a progress event tells the volume that is left, else the one
 *     dispensed
 * @param masterflex speaks the dialect of the new Masterflex drives
 */
public record RegloType(
    int channels, boolean keepsTrip, boolean progressTellsLeft, boolean masterflex) {}
