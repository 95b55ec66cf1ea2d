package clinic.mmt.device.scale.host;

import clinic.mmt.quantity.Mass;

/**
 * What a scale shows.
 *
 * @param mass as shown
 * @param stable the scale's own flag
 * @param step the smallest step of this weight, by its decimals
 */
public record Gross(Mass mass, boolean stable, Mass step) {}
