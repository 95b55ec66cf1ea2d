package clinic.mmt.sim.scale.mtsics;

/** How zeroing or taring went. */
enum Outcome {
  DONE,
  /** Above the range in which it is allowed. */
  ABOVE_RANGE,
  /** Below the range in which it is allowed. */
  BELOW_RANGE
}
