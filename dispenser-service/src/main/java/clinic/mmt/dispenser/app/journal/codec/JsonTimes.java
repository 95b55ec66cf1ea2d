package clinic.mmt.dispenser.app.journal.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/** Instants and days as quoted text, byte for byte what their {@code toString} gives (ISO 8601). */
final class JsonTimes {

  /** The most bytes one takes, quotes and all. */
  static final int LENGTH_MAX = 40;

  private static final int DAY_SECONDS = 86_400;
  private static final int MILLI_NANOS = 1_000_000;
  private static final int YEAR_MAX = 9999;

  /** 0000-01-01T00:00:00Z; before it, and after 9999, years have a sign. */
  private static final long SECOND_MIN = -62_167_219_200L;

  private static final long SECOND_MAX = 253_402_300_799L;

  private JsonTimes() {}

  /** Writes {@code at} into {@code to} from {@code from} on; where what follows begins. */
  static int put(Instant at, byte[] to, int from) {
    long second = at.getEpochSecond();
    return second < SECOND_MIN || second > SECOND_MAX || at.getNano() % MILLI_NANOS != 0
        ? plain(at.toString(), to, from)
        : usual(at, to, from);
  }

  /** The same for a day. */
  static int put(LocalDate day, byte[] to, int from) {
    if (day.getYear() < 0 || day.getYear() > YEAR_MAX) {
      return plain(day.toString(), to, from);
    }
    int next = date(day, to, from);
    to[next] = '"';
    return next + 1;
  }

  /** The quote that begins it, and the day. */
  private static int date(LocalDate day, byte[] to, int from) {
    to[from] = '"';
    int next = two(day.getYear() / 100, to, from + 1);
    next = two(day.getYear() % 100, to, next);
    next = two(day.getMonthValue(), '-', to, next);
    return two(day.getDayOfMonth(), '-', to, next);
  }

  private static int usual(Instant at, byte[] to, int from) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(at.getEpochSecond(), DAY_SECONDS));
    int second = Math.floorMod(at.getEpochSecond(), DAY_SECONDS);
    int next = date(day, to, from);
    next = two(second / 3600, 'T', to, next);
    next = two(second / 60 % 60, ':', to, next);
    next = two(second % 60, ':', to, next);
    int millis = at.getNano() / MILLI_NANOS;
    if (millis > 0) {
      to[next++] = '.';
      to[next++] = (byte) ('0' + millis / 100);
      next = two(millis % 100, to, next);
    }
    to[next++] = 'Z';
    to[next++] = '"';
    return next;
  }

  private static int two(int number, char before, byte[] to, int from) {
    to[from] = (byte) before;
    return two(number, to, from + 1);
  }

  private static int two(int number, byte[] to, int from) {
    to[from] = (byte) ('0' + number / 10);
    to[from + 1] = (byte) ('0' + number % 10);
    return from + 2;
  }

  /** Finer than a millisecond, or of another age. */
  private static int plain(String said, byte[] to, int from) {
    byte[] text = ('"' + said + '"').getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, to, from, text.length);
    return from + text.length;
  }
}
