package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Hex;
import java.util.Arrays;

/** What a module extracts from an image: 512 bytes whose layout is nobody's business. */
public final class Template {

  /** Size of a character buffer. */
  public static final int BYTES = 512;

  private final byte[] bytes;

  /** Copies exactly {@link #BYTES} bytes. */
  public Template(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a template has 512 bytes, not " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Upper-case hex, 1024 characters. */
  public String hex() {
    return Hex.dense(bytes);
  }

  int equalBytes(Template other) {
    int equal = 0;
    for (int i = 0; i < BYTES; i++) {
      equal += bytes[i] == other.bytes[i] ? 1 : 0;
    }
    return equal;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template && Arrays.equals(bytes, template.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Never tells the content. */
  @Override
  public String toString() {
    return "Template[•••]";
  }
}
