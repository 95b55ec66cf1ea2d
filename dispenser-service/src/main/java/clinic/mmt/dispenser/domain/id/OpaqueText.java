package clinic.mmt.dispenser.domain.id;

/** The spelling of every opaque id; looked at for each id that is made or read, so no regex. */
public final class OpaqueText {

  private static final int LENGTH_MAX = 64;

  private OpaqueText() {}

  /** Whether {@code text} is 1 to 64 letters, digits, dots, underscores and dashes of ASCII. */
  public static boolean isOpaque(String text) {
    boolean good = !text.isEmpty() && text.length() <= LENGTH_MAX;
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    }
    return good;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
