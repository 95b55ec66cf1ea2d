package clinic.mmt.sim.pump.newera;

import java.math.BigDecimal;

/** What the pump keeps without power. */
final class NeSettings {

  private static final Rate USUAL_RATE = new Rate(new BigDecimal("10.00"), RateUnit.MM);

  private final PumpType type;
  BigDecimal diameter;
  Rate rate = USUAL_RATE;
  BigDecimal volume = BigDecimal.ZERO;
  VolumeUnit volumeUnit;
  Direction direction = Direction.INF;
  boolean powerFailResume;
  boolean locked;

  NeSettings(PumpType type) {
    this.type = type;
    this.diameter = type.diameter().usual();
    this.volumeUnit = type.usualVolumeUnit(diameter);
  }

  PumpType type() {
    return type;
  }
}
