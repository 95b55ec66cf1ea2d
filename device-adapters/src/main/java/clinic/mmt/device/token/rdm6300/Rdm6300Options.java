package clinic.mmt.device.token.rdm6300;

/**
 * How one EM4100 reader is configured.
 *
 * @param model its name for people
 * @param bare whether the board sends twelve digits without STX and ETX, as some EM-18 do
 */
public record Rdm6300Options(String model, boolean bare) {

  /** With STX and ETX; CR LF before the ETX or not. */
  public static final Rdm6300Options USUAL = new Rdm6300Options("EM4100 reader", false);

  /** ID-12LA and ID-20LA: CR LF before the ETX. */
  public static final Rdm6300Options ID_12LA = new Rdm6300Options("ID-12LA", false);
}
