package clinic.mmt.dispenser.domain;

/**
 * The form of every id: it says nothing of a person and passes through any file, address or log.
 */
public final class Opaque {

  private static final int LENGTH_MAX = 64;

  private Opaque() {}

  /**
   * Checks the form.
   *
   * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
   * @throws IllegalArgumentException for anything else
   */
  public static void check(String value) {
    if (!holds(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  /** Whether {@code value} has the form. Written out, since every read of a row comes here. */
  public static boolean holds(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean fits =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == '-';
      if (!fits) {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= LENGTH_MAX;
  }
}
