package clinic.mmt.sim.physics;

import java.math.BigDecimal;

/**
 * Density of the product.
 *
 * @param microgramsPerMillilitre 1.050 g/mL = 1 050 000
 */
public record Density(long microgramsPerMillilitre) {

  private static final BigDecimal LEAST = new BigDecimal("0.5");
  private static final BigDecimal MOST = new BigDecimal("2");

  /** Reads grams a millilitre, for instance 1.050; between 0.5 and 2. */
  public static Density ofGramsPerMillilitre(BigDecimal gramsPerMillilitre) {
    if (gramsPerMillilitre.compareTo(LEAST) < 0 || gramsPerMillilitre.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("density " + gramsPerMillilitre + " is not in 0.5 to 2");
    }
    return new Density(gramsPerMillilitre.movePointRight(6).longValue());
  }
}
