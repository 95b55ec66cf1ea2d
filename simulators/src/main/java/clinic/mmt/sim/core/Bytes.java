package clinic.mmt.sim.core;

import java.util.Arrays;

/** Bytes that do not change. */
public final class Bytes {

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte... bytes) {
    return new Bytes(bytes.clone());
  }

  /** A copy. */
  public byte[] array() {
    return bytes.clone();
  }

  /** How many. */
  public int size() {
    return bytes.length;
  }

  /** A copy of some of them; beyond the end there are none. */
  public byte[] slice(int from, int to) {
    int end = Math.min(to, bytes.length);
    return Arrays.copyOfRange(bytes, Math.min(from, end), end);
  }

  /** One of them, 0 to 255; 0 beyond the end. */
  public int at(int index) {
    return index < bytes.length ? bytes[index] & 0xFF : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Hex. */
  @Override
  public String toString() {
    return Hex.spaced(bytes);
  }
}
