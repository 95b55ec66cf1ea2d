package clinic.mmt.sim.scale;

/** How zeroing or taring went. */
public enum Outcome {
  DONE,
  /** Above the range in which it is allowed. */
  ABOVE_RANGE,
  /** Below the range in which it is allowed. */
  BELOW_RANGE
}
