package clinic.mmt.device;

import clinic.mmt.quantity.Mass;

/**
 * One weight.
 *
 * @param net net weight after tare
 * @param stable the scale's own stability flag; only a stable weight is ever final (H26)
 */
public record ScaleReading(Mass net, boolean stable) {}
