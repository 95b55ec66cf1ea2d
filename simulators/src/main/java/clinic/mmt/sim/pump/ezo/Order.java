package clinic.mmt.sim.pump.ezo;

import clinic.mmt.sim.core.Volume;

/**
 * What the pump is told to dispense.
 *
 * @param volume not negative; zero = without limit
 * @param forward towards the spout
 * @param picolitresPerSecond how fast
 */
record Order(Volume volume, boolean forward, long picolitresPerSecond) {

  boolean isEndless() {
    return !volume.isPositive();
  }
}
