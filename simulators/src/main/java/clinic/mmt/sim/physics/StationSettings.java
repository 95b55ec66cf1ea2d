package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Volume;

/**
 * How a station is at the start.
 *
 * @param density of the product in the bottle
 * @param bottle what is in the bottle
 * @param linePrimed whether the line is full of product, else of air
 */
public record StationSettings(Density density, Volume bottle, boolean linePrimed) {

  /** Density 1.050 g/mL, a bottle of 1000 mL, a primed line. */
  public static StationSettings usual() {
    return new StationSettings(new Density(1_050_000), Volume.ofMicrolitres(1_000_000), true);
  }
}
