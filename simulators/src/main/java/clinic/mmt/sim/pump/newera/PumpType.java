package clinic.mmt.sim.pump.newera;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The models of the New Era family that are simulated. */
@SuppressWarnings("ImmutableEnumChecker") // Sets made by Set.of and a record of numbers.
public enum PumpType {
  /** Syringe pump; its diameter is the syringe's, in millimetres. */
  NE_1000(
      "ne-1000",
      "NE1000V3.928",
      new Diameter(new BigDecimal("26.70"), new BigDecimal("0.1"), new BigDecimal("50")),
      Set.of(RateUnit.UM, RateUnit.MM, RateUnit.UH, RateUnit.MH),
      Set.of(VolumeUnit.UL, VolumeUnit.ML)),
  /** Peristaltic pump; its diameter is the tubing's, in inches. */
  NE_9000(
      "ne-9000",
      "NE9000V3.928",
      new Diameter(new BigDecimal("0.125"), new BigDecimal("0.01"), new BigDecimal("0.5")),
      Set.of(
          RateUnit.UM,
          RateUnit.MM,
          RateUnit.UH,
          RateUnit.MH,
          RateUnit.MS,
          RateUnit.OM,
          RateUnit.OS),
      Set.of(VolumeUnit.ML, VolumeUnit.OZ));

  /** Range of the diameter and the one it leaves the works with. */
  record Diameter(BigDecimal usual, BigDecimal least, BigDecimal most) {
    boolean covers(BigDecimal diameter) {
      return diameter.compareTo(least) >= 0 && diameter.compareTo(most) <= 0;
    }
  }

  /** Syringes up to this diameter count in microlitres. */
  private static final BigDecimal MICROLITRES_UP_TO_MM = new BigDecimal("14.00");

  private final String word;
  private final String version;
  private final Diameter diameter;

  private final Set<RateUnit> rateUnits;

  private final Set<VolumeUnit> volumeUnits;

  PumpType(
      String word,
      String version,
      Diameter diameter,
      Set<RateUnit> rateUnits,
      Set<VolumeUnit> volumeUnits) {
    this.word = word;
    this.version = version;
    this.diameter = diameter;
    this.rateUnits = rateUnits;
    this.volumeUnits = volumeUnits;
  }

  /** Finds a type by its word in the bench file. */
  public static Optional<PumpType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  String version() {
    return version;
  }

  Diameter diameter() {
    return diameter;
  }

  boolean knows(RateUnit unit) {
    return rateUnits.contains(unit);
  }

  boolean knows(VolumeUnit unit) {
    return volumeUnits.contains(unit);
  }

  VolumeUnit usualVolumeUnit(BigDecimal forDiameter) {
    return this == NE_1000 && forDiameter.compareTo(MICROLITRES_UP_TO_MM) <= 0
        ? VolumeUnit.UL
        : VolumeUnit.ML;
  }
}
