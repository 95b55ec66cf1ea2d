package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Hex;
import java.util.Arrays;

/** What a module extracts from an image or keeps: bytes whose layout is nobody's business. */
public final class Template {

  /** Features of one image; a template is one or more blocks of this size. */
  public static final int BLOCK_BYTES = 512;

  private final byte[] bytes;

  /** Copies whole blocks. */
  public Template(byte[] bytes) {
    if (bytes.length == 0 || bytes.length % BLOCK_BYTES != 0) {
      throw new IllegalArgumentException("a template has blocks of 512 bytes, not " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Upper-case hex. */
  public String hex() {
    return Hex.dense(bytes);
  }

  /** Equal bytes of the two blocks that fit best. */
  int equalBytes(Template other) {
    int most = 0;
    for (int own = 0; own < bytes.length; own += BLOCK_BYTES) {
      for (int its = 0; its < other.bytes.length; its += BLOCK_BYTES) {
        most = Math.max(most, equalBytes(own, other, its));
      }
    }
    return most;
  }

  private int equalBytes(int own, Template other, int its) {
    int equal = 0;
    for (int i = 0; i < BLOCK_BYTES; i++) {
      equal += bytes[own + i] == other.bytes[its + i] ? 1 : 0;
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
