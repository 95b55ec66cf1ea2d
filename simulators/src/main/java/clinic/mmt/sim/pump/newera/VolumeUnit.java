package clinic.mmt.sim.pump.newera;

import clinic.mmt.sim.core.Volume;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Units of VOL and DIS, named as on the wire. */
enum VolumeUnit {
  UL(1_000_000L),
  ML(1_000_000_000L),
  OZ(29_573_529_562L);

  private static final int DECIMALS = 6;

  private final long picolitres;

  VolumeUnit(long picolitres) {
    this.picolitres = picolitres;
  }

  long picolitres() {
    return picolitres;
  }

  Volume of(BigDecimal value) {
    return new Volume(
        value
            .multiply(BigDecimal.valueOf(picolitres))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  BigDecimal in(Volume volume) {
    return BigDecimal.valueOf(volume.picolitres())
        .divide(BigDecimal.valueOf(picolitres), DECIMALS, RoundingMode.HALF_UP);
  }
}
