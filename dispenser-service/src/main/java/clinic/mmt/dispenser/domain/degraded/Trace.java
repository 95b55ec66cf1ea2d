package clinic.mmt.dispenser.domain.degraded;

/** A running trace of doses given that survives a loss of power (R-122, H95). */
public enum Trace {
  /** A line of a strip printer for every dose. */
  STRIP_PRINTER,
  /** A register that the patient signs. */
  SIGNED_REGISTER,
  /** A tablet on its battery, with numbers and times. */
  BATTERY_TABLET
}
