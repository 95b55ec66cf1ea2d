package clinic.mmt.quantity;

/**
 * A flow of liquid.
 *
 * @param microlitresPerMinute whole microlitres per minute, positive
 */
public record FlowRate(long microlitresPerMinute) {

  /** Checks the range. */
  public FlowRate {
    if (microlitresPerMinute < 1 || microlitresPerMinute > 10_000_000) {
      throw new IllegalArgumentException(
          "flow rate must be 1 to 10000000 µL/min: " + microlitresPerMinute);
    }
  }

  /** {@code millilitres} whole millilitres per minute. */
  public static FlowRate ofMillilitresPerMinute(long millilitres) {
    return new FlowRate(Math.multiplyExact(millilitres, 1000L));
  }

  /** Milliseconds that {@code volume} takes at this rate, rounded once. */
  public long millisFor(Volume volume) {
    return Rounding.divide(volume.microlitres(), 60_000, microlitresPerMinute);
  }
}
