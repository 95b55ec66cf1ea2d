package clinic.mmt.device.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that never change. Prints only their number, since they may be a template or a card. */
public final class Octets {

  /** No bytes. */
  public static final Octets NONE = new Octets(new byte[0]);

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies {@code bytes}. */
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /** The low eight bits of each of {@code octets}. */
  public static Octets of(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return new Octets(bytes);
  }

  /** The ASCII bytes of {@code text}. */
  public static Octets ascii(String text) {
    return new Octets(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads what {@link #hex()} writes. */
  public static Octets fromHex(String hex) {
    return new Octets(HEX.parseHex(hex));
  }

  /** How many there are. */
  public int length() {
    return bytes.length;
  }

  /** The byte at {@code index}, 0 to 255. */
  public int at(int index) {
    return bytes[index] & 0xFF;
  }

  /** Two bytes from {@code index}, high byte first. */
  public int u16(int index) {
    return (at(index) << 8) | at(index + 1);
  }

  /** These and one more. */
  public Octets plus(int octet) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    longer[bytes.length] = (byte) octet;
    return new Octets(longer);
  }

  /** These and then {@code others}. */
  public Octets plus(Octets others) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + others.bytes.length);
    System.arraycopy(others.bytes, 0, longer, bytes.length, others.bytes.length);
    return new Octets(longer);
  }

  /** Those from {@code from} up to but without {@code to}. */
  public Octets slice(int from, int to) {
    return new Octets(Arrays.copyOfRange(bytes, from, to));
  }

  /** Those from {@code from} to the end. */
  public Octets from(int from) {
    return slice(from, bytes.length);
  }

  /** A copy as an array. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** As text of one character a byte. */
  public String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Lower-case hex, separated by spaces. */
  public String hex() {
    return HEX.formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
