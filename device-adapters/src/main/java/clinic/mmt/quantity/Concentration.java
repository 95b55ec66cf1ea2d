package clinic.mmt.quantity;

/**
 * Strength of a solution: mass of drug in a volume of liquid, nominal (label) value.
 *
 * @param microgramsPerMillilitre whole micrograms per millilitre, 1 to 1 000 000; the Vietnamese
 *     product is 10 mg/mL = 10 000
 */
public record Concentration(long microgramsPerMillilitre) {

  /** Checks the range. */
  public Concentration {
    if (microgramsPerMillilitre < 1 || microgramsPerMillilitre > 1_000_000) {
      throw new IllegalArgumentException(
          "concentration must be 1 to 1000000 µg/mL: " + microgramsPerMillilitre);
    }
  }

  /** {@code milligrams} whole milligrams per millilitre. */
  public static Concentration ofMilligramsPerMillilitre(long milligrams) {
    return new Concentration(Math.multiplyExact(milligrams, 1000L));
  }

  /** The volume that holds {@code drug}: exact, rounded once to a whole microlitre. */
  public Volume volumeFor(Mass drug) {
    return new Volume(Rounding.divide(drug.micrograms(), 1000, microgramsPerMillilitre));
  }

  /** The nominal mass of drug in {@code volume}: exact, rounded once to a whole microgram. */
  public Mass massIn(Volume volume) {
    return new Mass(Rounding.divide(volume.microlitres(), microgramsPerMillilitre, 1000));
  }
}
