package clinic.mmt.device;

/**
 * What the domain may rely on in a scale.
 *
 * @param checksum frames carry a check
 * @param stability the scale says whether its weight is stable
 * @param onRequest it answers when asked; else it talks by itself and takes no command
 * @param zeroing it can be zeroed by command
 * @param tareReadback the tare survives in the scale and can be asked for
 * @param doseVerification its weights may verify doses
 */
public record ScaleCapabilities(
    boolean checksum,
    boolean stability,
    boolean onRequest,
    boolean zeroing,
    boolean tareReadback,
    boolean doseVerification) {

  /** A scale with a dialogue that tells stability and tare, as MT-SICS has it. */
  public static final ScaleCapabilities DIALOGUE =
      new ScaleCapabilities(false, true, true, true, true, true);

  /** The same without a tare that can be asked for. */
  public static final ScaleCapabilities HOST_TARED =
      new ScaleCapabilities(false, true, true, true, false, true);
}
