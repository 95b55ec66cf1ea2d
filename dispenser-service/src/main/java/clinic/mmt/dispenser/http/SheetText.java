package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.sheet.Sheet;
import clinic.mmt.dispenser.sheet.SheetPdf;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Volume;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words and amounts of a sheet in one language.
 *
 * @param locale {@code vi} or {@code en}
 */
record SheetText(Locale locale) {

  private static final DateTimeFormatter VI_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final long MICROGRAMS = 1000;

  static SheetText of(String language) {
    return new SheetText(Locale.forLanguageTag(language));
  }

  boolean vietnamese() {
    return locale.getLanguage().equals("vi");
  }

  String word(String vietnamese, String english) {
    return vietnamese() ? vietnamese : english;
  }

  /** Day first in Vietnamese, year first in English: never to be mixed up. */
  String day(LocalDate day) {
    return vietnamese() ? VI_DAY.format(day) : day.toString();
  }

  String days(Period period) {
    return period.from().equals(period.until())
        ? word("Ngày ", "Day ") + day(period.from())
        : word("Kỳ ", "Period ")
            + period.title()
            + word(": từ ", ": from ")
            + day(period.from())
            + word(" đến ", " to ")
            + day(period.until());
  }

  Sheet.Column column(String vietnamese, String english, int width) {
    return new Sheet.Column(word(vietnamese, english), width);
  }

  /** In millilitres. */
  static Sheet.Cell millilitres(Volume volume) {
    return Sheet.Cell.thousandths(volume.microlitres());
  }

  /** In millilitres with three decimals, in running text. */
  String signed(Volume volume) {
    return SheetPdf.number(BigDecimal.valueOf(volume.microlitres(), 3), locale);
  }

  /** Such as {@code 10 mg/mL}. */
  static String strength(Concentration c) {
    long micrograms = c.microgramsPerMillilitre();
    return micrograms % MICROGRAMS == 0
        ? micrograms / MICROGRAMS + " mg/mL"
        : micrograms + " µg/mL";
  }

  /** A sheet with everything named. */
  Sheet sheet(
      String title, List<String> under, List<Sheet.Table> tables, List<String> notes, Foot foot) {
    return new Sheet(title, under, tables, notes, foot.signatures(), foot.mark(), locale);
  }

  /**
   * What ends a sheet.
   *
   * @param signatures who signs
   * @param mark the checkpoint of the ledger, as text and QR code
   */
  record Foot(List<String> signatures, Optional<String> mark) {}
}
