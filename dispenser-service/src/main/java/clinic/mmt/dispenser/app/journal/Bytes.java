package clinic.mmt.dispenser.app.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Immutable bytes, compared by content; prints its length only, since it may hold private data. */
public final class Bytes {

  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** A copy of {@code value}. */
  public static Bytes of(byte[] value) {
    return new Bytes(value.clone());
  }

  /** A copy of the first {@code length} of {@code value}. */
  public static Bytes of(byte[] value, int length) {
    return new Bytes(Arrays.copyOf(value, length));
  }

  /** The UTF-8 bytes of {@code text}. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return value.clone();
  }

  /** Gives the bytes to {@code digest}. */
  void into(MessageDigest digest) {
    digest.update(value);
  }

  /** The bytes read as UTF-8. */
  public String toText() {
    return new String(value, StandardCharsets.UTF_8);
  }

  /** Lower-case hex. */
  public String toHex() {
    return HexFormat.of().formatHex(value);
  }

  /** How many. */
  public int length() {
    return value.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return length() + " bytes";
  }
}
