package clinic.mmt.dispenser.main.importing;

import clinic.mmt.quantity.Mass;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of drug as a file writes it: whole milligrams with or without {@code mg}, or a decimal
 * with {@code mg}. Everything that can be read in two ways is a fault (37 mg read as 37 mL, H10).
 */
final class DoseCell {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,4})(?:([.,])([0-9]{1,3}))?[ \u00a0]?([a-zµ.]*)");

  private static final int THOUSANDS = 3;

  private DoseCell() {}

  /** The amount, or why it is none. */
  sealed interface Read {
    /** An amount. */
    record Dose(Mass mass) implements Read {}

    /** None, in both languages. */
    record No(String english, String vietnamese) implements Read {}
  }

  static Read read(String cell) {
    Matcher form = FORM.matcher(cell.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return new Read.No(
          "not an amount: write it as 80 mg", "không phải lượng thuốc: ghi như 80 mg");
    }
    String unit = form.group(4);
    String part = form.group(3);
    if (unit.equals("ml") || unit.equals("cc") || unit.equals("l")) {
      return new Read.No(
          "a volume: write milligrams, such as 80 mg, after asking which strength it was",
          "là thể tích: ghi miligam, ví dụ 80 mg, sau khi hỏi nồng độ");
    }
    if (!unit.isEmpty() && !unit.equals("mg")) {
      return new Read.No("a unit other than mg: write mg", "đơn vị không phải mg: ghi mg");
    }
    if (part != null && part.length() == THOUSANDS) {
      return new Read.No(
          "a thousand or a decimal? write it without the mark",
          "dấu hàng nghìn hay thập phân? ghi lại không có dấu");
    }
    if (part != null && unit.isEmpty()) {
      return new Read.No(
          "a decimal without a unit: write the unit, such as 82.5 mg",
          "số lẻ không có đơn vị: ghi đơn vị, ví dụ 82,5 mg");
    }
    long micrograms = Long.parseLong(form.group(1)) * 1000;
    if (part != null) {
      micrograms += Long.parseLong((part + "00").substring(0, THOUSANDS));
    }
    return new Read.Dose(Mass.ofMicrograms(micrograms));
  }
}
