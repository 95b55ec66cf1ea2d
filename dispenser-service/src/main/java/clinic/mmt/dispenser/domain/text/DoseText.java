package clinic.mmt.dispenser.domain.text;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of doses on labels, sheets and registers, by the display rules R1 to R18. The screens'
 * {@code dose-text.ts} writes the same text; both are tested with {@code dose-text.json}.
 */
public final class DoseText {

  private static final char NO_BREAK = '\u00a0';
  private static final char NARROW = '\u202f';
  private static final long MASS_MOST = 999_950;
  private static final long GROUP_FROM_MILLILITRES = 10_000;
  private static final List<String> VI =
      List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
  private static final List<String> EN =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private DoseText() {}

  /**
   * An amount of drug in mg with at most one decimal (R2 to R5, R8, R10).
   *
   * @throws IllegalArgumentException for a gram or more, which is never a dose (R9)
   */
  public static String mass(Mass mass, Language language) {
    return decimal(tenths(mass), 1, language) + NO_BREAK + "mg";
  }

  private static long tenths(Mass mass) {
    if (Math.abs(mass.micrograms()) >= MASS_MOST) {
      throw new IllegalArgumentException("no dose: " + mass.micrograms() + " µg");
    }
    return rounded(mass.micrograms(), 100);
  }

  /** A volume in mL with at most two decimals; from 10 000 mL on in groups of three (R9, R10). */
  public static String volume(Volume volume, Language language) {
    long hundredths = rounded(volume.microlitres(), 10);
    long whole = Math.abs(hundredths) / 100;
    if (whole < GROUP_FROM_MILLILITRES) {
      return decimal(hundredths, 2, language) + NO_BREAK + "mL";
    }
    String grouped =
        Long.toString(whole).replaceAll("\\B(?=(\\d{3})+$)", Character.toString(NARROW));
    return (hundredths < 0 ? "−" : "") + grouped + NO_BREAK + "mL";
  }

  /** The strength, as amount per volume (R6). */
  public static String strength(Concentration strength, Language language) {
    return decimal(rounded(strength.microgramsPerMillilitre(), 100), 1, language)
        + NO_BREAK
        + "mg/mL";
  }

  /**
   * The dose in words, to be read back (R13).
   *
   * @throws IllegalArgumentException for a gram or more
   */
  public static String words(Mass mass, Language language) {
    long tenths = tenths(mass);
    int whole = (int) (tenths / 10);
    int part = (int) (tenths % 10);
    return switch (language) {
      case VI -> vietnamese(whole) + (part > 0 ? " phẩy " + VI.get(part) : "") + " miligam";
      case EN ->
          english(whole)
              + (part > 0 ? " point " + EN.get(part) : "")
              + (tenths == 10 ? " milligram" : " milligrams");
    };
  }

  private static String decimal(long scaled, int decimals, Language language) {
    String digits = Long.toString(Math.abs(scaled));
    String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
    int split = padded.length() - decimals;
    String part = padded.substring(split).replaceAll("0+$", "");
    return (scaled < 0 ? "−" : "")
        + padded.substring(0, split)
        + (part.isEmpty() ? "" : language.mark() + part);
  }

  /** Half up in size, whatever the sign. */
  private static long rounded(long value, long step) {
    long half = (Math.abs(value) + step / 2) / step;
    return value < 0 ? -half : half;
  }

  private static String vietnamese(int n) {
    int hundreds = n / 100;
    int tens = n % 100 / 10;
    int ones = n % 10;
    List<String> parts = new ArrayList<>();
    if (hundreds > 0) {
      parts.add(VI.get(hundreds) + " trăm");
    }
    if (tens > 0) {
      parts.add(tens == 1 ? "mười" : VI.get(tens) + " mươi");
    } else if (hundreds > 0 && ones > 0) {
      parts.add("linh");
    }
    if (ones > 0 || parts.isEmpty()) {
      parts.add(lastDigit(tens, ones));
    }
    return String.join(" ", parts);
  }

  private static String lastDigit(int tens, int ones) {
    if (ones == 1 && tens > 1) {
      return "mốt";
    }
    return ones == 5 && tens > 0 ? "lăm" : VI.get(ones);
  }

  private static String english(int n) {
    List<String> parts = new ArrayList<>();
    if (n >= 100) {
      parts.add(EN.get(n / 100) + " hundred");
    }
    int rest = n % 100;
    if (rest > 0 || parts.isEmpty()) {
      parts.add(
          rest < 20
              ? EN.get(rest)
              : TENS.get(rest / 10 - 2) + (rest % 10 > 0 ? "-" + EN.get(rest % 10) : ""));
    }
    return String.join(" and ", parts);
  }
}
