package clinic.mmt.device;

import java.util.Arrays;

/**
 * A fingerprint template as the module made it: opaque, and personal data of the highest class.
 * Never logged, never in a frame record, prints as dots.
 */
public final class FingerTemplate {

  private final byte[] bytes;

  /** Copies {@code bytes}, 1 to 4096 of them. */
  public FingerTemplate(byte[] bytes) {
    if (bytes.length < 1 || bytes.length > 4096) {
      throw new IllegalArgumentException("template must have 1 to 4096 bytes: " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Overwrites the bytes in memory; the template is useless afterwards. */
  public void wipe() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
