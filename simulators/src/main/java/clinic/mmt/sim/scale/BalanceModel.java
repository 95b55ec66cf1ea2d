package clinic.mmt.sim.scale;

import clinic.mmt.sim.core.Mass;

/**
 * What is written on the balance's type plate.
 *
 * @param serial answered by I4
 * @param digit smallest step of the display
 * @param capacity largest load
 * @param zeroTracking whether a weight that creeps near zero is taken for zero, as many scales do
 */
public record BalanceModel(String serial, Mass digit, Mass capacity, boolean zeroTracking) {

  private static final int MICROGRAMS_PER_GRAM = 1_000_000;

  /** Decimals of a weight in grams. */
  public int decimals() {
    int decimals = 0;
    long step = digit.micrograms();
    while (step % MICROGRAMS_PER_GRAM != 0) {
      step *= 10;
      decimals++;
    }
    return decimals;
  }

  BalanceModel withSerial(String other) {
    return new BalanceModel(other, digit, capacity, zeroTracking);
  }
}
