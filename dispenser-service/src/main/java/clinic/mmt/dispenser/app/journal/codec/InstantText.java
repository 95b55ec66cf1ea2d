package clinic.mmt.dispenser.app.journal.codec;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An instant as ISO 8601 in UTC, exactly as {@link Instant#toString} has it, in a fifth of the
 * time: each dose is written with several, again and again.
 */
final class InstantText {

  private static final long DAY_SECONDS = 86_400;
  private static final int NANOS_IN_MICRO = 1000;
  private static final int NANOS_IN_MILLI = 1_000_000;

  /** Years that have four digits and no sign. */
  private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay();

  private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

  private InstantText() {}

  static String of(Instant instant) {
    long day = Math.floorDiv(instant.getEpochSecond(), DAY_SECONDS);
    if (day < FIRST || day > LAST) {
      return instant.toString();
    }
    int second = (int) Math.floorMod(instant.getEpochSecond(), DAY_SECONDS);
    StringBuilder text = new StringBuilder(30).append(LocalDate.ofEpochDay(day)).append('T');
    digits(text, second / 3600, 10);
    digits(text.append(':'), second / 60 % 60, 10);
    digits(text.append(':'), second % 60, 10);
    fraction(text, instant.getNano());
    return text.append('Z').toString();
  }

  /** None, three, six or nine digits. */
  private static void fraction(StringBuilder text, int nanos) {
    if (nanos == 0) {
      return;
    }
    text.append('.');
    if (nanos % NANOS_IN_MILLI == 0) {
      digits(text, nanos / NANOS_IN_MILLI, 100);
    } else if (nanos % NANOS_IN_MICRO == 0) {
      digits(text, nanos / NANOS_IN_MICRO, 100_000);
    } else {
      digits(text, nanos, 100_000_000);
    }
  }

  private static void digits(StringBuilder text, int number, int from) {
    for (int place = from; place > 0; place /= 10) {
      text.append((char) ('0' + number / place % 10));
    }
  }
}
