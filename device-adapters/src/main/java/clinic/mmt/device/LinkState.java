package clinic.mmt.device;

/** Whether the line to a device is there. */
public enum LinkState {
  /** The port is open. The device is to be identified again before it is used. */
  UP,
  /** The port is lost or can't be opened; the driver keeps trying by itself. */
  DOWN
}
