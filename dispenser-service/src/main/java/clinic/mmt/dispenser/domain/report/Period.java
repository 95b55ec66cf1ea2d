package clinic.mmt.dispenser.domain.report;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The days of a report, both included: by the calendar, or from the 15th of the month before
 * to the 14th, as the HIV reports of Viet Nam run.
 *
 * @param length how long
 * @param fromThe15th from the 15th to the 14th
 * @param from first day
 * @param until last day
 */
public record Period(Length length, boolean fromThe15th, LocalDate from, LocalDate until) {

  private static final int FIFTEENTH = 15;
  private static final int MONTHS = 12;

  /** How long. */
  public enum Length {
    /** One clinic day. */
    DAY(0),
    /** A month. */
    MONTH(1),
    /** Three months. */
    QUARTER(3),
    /** Six months. */
    HALF_YEAR(6),
    /** Twelve months. */
    YEAR(MONTHS);

    private final int months;

    Length(int months) {
      this.months = months;
    }
  }

  /** The period of the calendar that {@code day} lies in. */
  public static Period calendar(Length length, LocalDate day) {
    if (length == Length.DAY) {
      return new Period(length, false, day, day);
    }
    int first = (day.getMonthValue() - 1) / length.months * length.months + 1;
    LocalDate from = LocalDate.of(day.getYear(), first, 1);
    return new Period(length, false, from, from.plusMonths(length.months).minusDays(1));
  }

  /** The period from the 15th to the 14th that {@code day} lies in; a day is a day. */
  public static Period fromThe15th(Length length, LocalDate day) {
    if (length == Length.DAY) {
      return calendar(length, day);
    }
    LocalDate in = day.getDayOfMonth() < FIFTEENTH ? day : day.withDayOfMonth(1).plusMonths(1);
    Period plain = calendar(length, in);
    return new Period(
        length,
        true,
        plain.from().minusMonths(1).withDayOfMonth(FIFTEENTH),
        plain.until().withDayOfMonth(FIFTEENTH - 1));
  }

  /**
   * By its name and a day.
   *
   * @param name {@code day}, {@code month}, {@code quarter}, {@code half-year} or {@code year},
   *     with {@code -15} at the end for the one from the 15th
   * @throws IllegalArgumentException for any other name
   */
  public static Period named(String name, LocalDate day) {
    boolean from15 = name.endsWith("-15");
    String plain = from15 ? name.substring(0, name.length() - "-15".length()) : name;
    Length length = Length.valueOf(plain.toUpperCase(Locale.ROOT).replace('-', '_'));
    return from15 ? fromThe15th(length, day) : calendar(length, day);
  }

  /** Its number and year, such as {@code 2026-Q1}; the year is that of its last day. */
  public String title() {
    int month = until.getMonthValue();
    return switch (length) {
      case DAY -> from.toString();
      case MONTH -> "%d-%02d".formatted(until.getYear(), month);
      case QUARTER -> "%d-Q%d".formatted(until.getYear(), (month + 2) / 3);
      case HALF_YEAR -> "%d-H%d".formatted(until.getYear(), (month + 5) / 6);
      case YEAR -> Integer.toString(until.getYear());
    };
  }

  /** Its days in their order. */
  public Stream<LocalDate> days() {
    return from.datesUntil(until.plusDays(1));
  }
}
