package clinic.mmt.sim.pump.newera;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Units of RAT, named as on the wire. */
enum RateUnit {
  /** Microlitres a minute. */
  UM(VolumeUnit.UL, 60),
  /** Millilitres a minute. */
  MM(VolumeUnit.ML, 60),
  /** Microlitres an hour. */
  UH(VolumeUnit.UL, 3600),
  /** Millilitres an hour. */
  MH(VolumeUnit.ML, 3600),
  /** Millilitres a second. */
  MS(VolumeUnit.ML, 1),
  /** Ounces a minute. */
  OM(VolumeUnit.OZ, 60),
  /** Ounces a second. */
  OS(VolumeUnit.OZ, 1);

  private final VolumeUnit volume;
  private final int seconds;

  RateUnit(VolumeUnit volume, int seconds) {
    this.volume = volume;
    this.seconds = seconds;
  }

  long picolitresPerSecond(BigDecimal value) {
    return value
        .multiply(BigDecimal.valueOf(volume.picolitres()))
        .divide(BigDecimal.valueOf(seconds), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
