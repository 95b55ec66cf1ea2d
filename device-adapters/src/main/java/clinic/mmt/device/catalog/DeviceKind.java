package clinic.mmt.device.catalog;

/** What a device is for. */
public enum DeviceKind {
  /** Moves liquid. */
  PUMP,
  /** Weighs. */
  SCALE,
  /** Compares fingers. */
  FINGERPRINT,
  /** Reads cards or codes. */
  TOKEN
}
