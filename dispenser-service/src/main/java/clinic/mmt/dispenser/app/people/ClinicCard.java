package clinic.mmt.dispenser.app.people;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clinic's own card, as its QR code says it: {@code MC1.<26 letters>.<number>.<8 letters>}. It
 * has nothing of a person: the letters are chance, the number counts that person's cards.
 *
 * @param token the first four letters mark the clinic's key, the other 22 are chance
 * @param number 1 for a person's first card
 * @param check what only the clinic's key makes
 */
public record ClinicCard(String token, int number, String check) {

  /** Letters of a token that say which clinic's key made it. */
  static final int MARK_LETTERS = 4;

  /** All letters of a token. */
  static final int TOKEN_LETTERS = 26;

  /** Letters of the check: 40 bits. */
  static final int CHECK_LETTERS = 8;

  private static final String PREFIX = "MC1.";
  private static final Pattern FORM =
      Pattern.compile("MC1\\.([A-Z2-7]{26})\\.([1-9][0-9]{0,5})\\.([A-Z2-7]{8})");

  /** Whether a scanned text says that it is such a card, whole or not. */
  public static boolean isClaimedBy(String text) {
    return text.startsWith(PREFIX);
  }

  /** Reads a card's text; empty when it does not have the form of one. */
  public static Optional<ClinicCard> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new ClinicCard(form.group(1), Integer.parseInt(form.group(2)), form.group(3)))
        : Optional.empty();
  }

  /** The text in the code. */
  public String text() {
    return signed() + "." + check;
  }

  /** What the check is made of. */
  public String signed() {
    return PREFIX + token + "." + number;
  }

  @Override
  public String toString() {
    return "card " + number;
  }
}
