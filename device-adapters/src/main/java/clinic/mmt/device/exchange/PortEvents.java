package clinic.mmt.device.exchange;

/** What a driver hears from its port, on the owner's thread. */
public interface PortEvents<M extends Message> {

  /** The device said something that answers no question. */
  void unsolicited(M message);

  /** The port is open, before anybody else is told; nothing is known of the device yet. */
  default void up() {}

  /** The port is lost: whatever was known of the device's state is no longer. */
  void down();
}
