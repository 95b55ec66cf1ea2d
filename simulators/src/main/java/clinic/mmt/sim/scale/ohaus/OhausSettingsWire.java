package clinic.mmt.sim.scale.ohaus;

/**
 * Which firmware it is.
 *
 * @param old the print of older models: no legend, {@code ?} at the end where not stable
 * @param width characters of the number, 11 or 12
 * @param labelled whether {@code PSN} puts words before the serial number
 */
public record OhausSettingsWire(boolean old, int width, boolean labelled) {}
