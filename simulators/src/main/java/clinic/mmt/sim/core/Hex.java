package clinic.mmt.sim.core;

import java.util.HexFormat;
import java.util.Locale;

/** Bytes as text and back. */
public final class Hex {

  private static final HexFormat SPACED = HexFormat.ofDelimiter(" ").withUpperCase();

  private Hex() {}

  /** Upper case, separated by spaces. */
  public static String spaced(byte[] bytes) {
    return SPACED.formatHex(bytes);
  }

  /** Upper case, nothing between. */
  public static String dense(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  /** Reads hex with or without spaces. */
  public static byte[] parse(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", "").toLowerCase(Locale.ROOT));
  }
}
