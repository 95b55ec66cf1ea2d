package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.stock.BottleId;
import java.util.Locale;
import java.util.Optional;

/**
 * Our own bottle numbers: {@code B-}, five characters of the number and one that checks them, of 32
 * characters without I, L, O and U. The check is a polynomial over the field of 32 elements: it
 * finds every single wrong character and every two neighbours swapped.
 */
public final class BottleLabel {

  /** What a number is written with. */
  static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final String PREFIX = "B-";
  private static final int DIGITS = 5;
  private static final int BITS = 5;
  private static final int MASK = 31;

  /** x^5 + x^2 + 1, whose root generates the field. */
  private static final int POLYNOMIAL = 0b100101;

  private BottleLabel() {}

  /**
   * The label of the bottle with this number.
   *
   * @param number 1 to 33,554,431
   */
  public static BottleId of(int number) {
    if (number < 1 || number >= 1 << (DIGITS * BITS)) {
      throw new IllegalArgumentException("no number of a label: " + number);
    }
    StringBuilder text = new StringBuilder(PREFIX);
    for (int i = DIGITS - 1; i >= 0; i--) {
      text.append(ALPHABET.charAt((number >> (i * BITS)) & MASK));
    }
    return new BottleId(text.append(ALPHABET.charAt(check(text.substring(2)))).toString());
  }

  /**
   * A label as somebody typed or scanned it; empty when it is none of ours. Small letters are read
   * as large ones, I and L as 1, O as 0.
   */
  public static Optional<BottleId> read(String typed) {
    String text =
        typed
            .strip()
            .toUpperCase(Locale.ROOT)
            .replace('I', '1')
            .replace('L', '1')
            .replace('O', '0');
    boolean form =
        text.length() == PREFIX.length() + DIGITS + 1
            && text.startsWith(PREFIX)
            && text.substring(2).chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return form && sound(text.substring(2)) ? Optional.of(new BottleId(text)) : Optional.empty();
  }

  private static boolean sound(String digits) {
    return ALPHABET.indexOf(digits.charAt(DIGITS)) == check(digits.substring(0, DIGITS));
  }

  private static int check(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum = doubled(sum ^ ALPHABET.indexOf(digits.charAt(i)));
    }
    return sum;
  }

  /** Times the generator of the field. */
  private static int doubled(int value) {
    int more = value << 1;
    return more > MASK ? more ^ POLYNOMIAL : more;
  }
}
