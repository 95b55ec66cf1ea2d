package clinic.mmt.device.exchange;

/** What a device said, decoded. */
public interface Message {

  /** In the words of the manual, for the frame ring; never a template, name or card number. */
  String meaning();

  /** Whether the bytes must not be shown either. */
  default boolean confidential() {
    return false;
  }
}
