package clinic.mmt.device.exchange;

/**
 * Limits of one port.
 *
 * @param silentMillis quiet for this long means that no late reply is on its way (H36)
 * @param graceMillis how long the urgent lane lets a reply on the line finish
 * @param reopenMillisFirst the first wait before a lost port is opened again
 * @param reopenMillisMax the longest such wait; each is twice the one before
 */
public record PortSettings(
    long silentMillis, long graceMillis, long reopenMillisFirst, long reopenMillisMax) {

  /** What holds for all four models; grace and one write stay well below 100 ms. */
  public static final PortSettings USUAL = new PortSettings(100, 50, 200, 5000);
}
