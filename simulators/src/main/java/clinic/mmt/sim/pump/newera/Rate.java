package clinic.mmt.sim.pump.newera;

import java.math.BigDecimal;

/** A rate as set by RAT. */
record Rate(BigDecimal value, RateUnit unit) {

  /** No simulated pump runs faster than 100 mL/min. */
  static final Rate FASTEST = new Rate(new BigDecimal("100"), RateUnit.MM);

  long picolitresPerSecond() {
    return unit.picolitresPerSecond(value);
  }

  boolean isPossible() {
    return value.signum() > 0 && picolitresPerSecond() <= FASTEST.picolitresPerSecond();
  }
}
