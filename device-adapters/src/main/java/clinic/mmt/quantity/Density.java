package clinic.mmt.quantity;

/**
 * Density of a liquid as weighed in air, so that the buoyancy of air is part of it.
 *
 * @param microgramsPerMillilitre whole micrograms per millilitre, 0.5 to 2 g/mL
 */
public record Density(long microgramsPerMillilitre) {

  /** Checks the physical range; the clinical window 0.98 to 1.25 g/mL is the profile's. */
  public Density {
    if (microgramsPerMillilitre < 500_000 || microgramsPerMillilitre > 2_000_000) {
      throw new IllegalArgumentException(
          "density must be 0.5 to 2 g/mL: " + microgramsPerMillilitre + " µg/mL");
    }
  }

  /** The volume of liquid that weighs {@code liquid}: exact, rounded once. */
  public Volume volumeOf(Mass liquid) {
    return new Volume(Rounding.divide(liquid.micrograms(), 1000, microgramsPerMillilitre));
  }

  /** The mass of {@code volume} of liquid: exact, rounded once. */
  public Mass massOf(Volume volume) {
    return new Mass(Rounding.divide(volume.microlitres(), microgramsPerMillilitre, 1000));
  }
}
