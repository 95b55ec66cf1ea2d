package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.reconciliation.Band;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values with units in a YAML file: {@code 85 mg}, {@code 30 days}, {@code 12 h}, {@code 1/2}. */
public final class Measures {

  private static final Pattern MILLIGRAMS = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?) ?mg");
  private static final Pattern DAYS = Pattern.compile("(\\d{1,4}) days?");
  private static final Pattern HOURS = Pattern.compile("(\\d{1,3}) ?h");
  private static final Pattern YEARS = Pattern.compile("(\\d{1,3}) years");
  private static final Pattern PART = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

  private static final Pattern MILLILITRES = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?) ?mL");
  private static final Pattern BAND =
      Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?) ?mL or (\\d{1,2}(?:\\.\\d)?) ?%");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}) ?%");
  private static final Pattern COUNT = Pattern.compile("([1-9]\\d{0,2})");
  private static final Pattern WAIT = Pattern.compile("([1-9]\\d{0,3}) ?(s|min)");
  private static final Pattern DENSITY = Pattern.compile("(\\d(?:\\.\\d{1,3})?) ?g/mL");
  private static final Pattern GRAMS = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?) ?g");

  private Measures() {}

  /** A mass of drug above nothing, up to 9,999 mg in whole micrograms. */
  public static Mass mass(Yaml at, String key) throws ConfigException {
    Matcher found = match(at, key, MILLIGRAMS, "must be an amount such as '85 mg'");
    Mass mass = new Mass(new BigDecimal(found.group(1)).movePointRight(3).longValueExact());
    if (mass.equals(Mass.ZERO)) {
      throw at.wrong(key, "must be more than nothing");
    }
    return mass;
  }

  /** The same, or {@code none}. */
  public static Optional<Mass> massOrNone(Yaml at, String key) throws ConfigException {
    return none(at, key) ? Optional.empty() : Optional.of(mass(at, key));
  }

  /** Whole days. */
  public static int days(Yaml at, String key) throws ConfigException {
    return Integer.parseInt(match(at, key, DAYS, "must be days such as '30 days'").group(1));
  }

  /** The same, or {@code none}. */
  public static Optional<Integer> daysOrNone(Yaml at, String key) throws ConfigException {
    return none(at, key) ? Optional.empty() : Optional.of(days(at, key));
  }

  /** Whole hours. */
  public static Duration hours(Yaml at, String key) throws ConfigException {
    Matcher found = match(at, key, HOURS, "must be hours such as '12 h'");
    return Duration.ofHours(Long.parseLong(found.group(1)));
  }

  /** An age in whole years. */
  public static int years(Yaml at, String key) throws ConfigException {
    return Integer.parseInt(match(at, key, YEARS, "must be an age such as '18 years'").group(1));
  }

  /** A part between nothing and all, in thousandths, rounded down. */
  public static int permille(Yaml at, String key) throws ConfigException {
    Matcher found = match(at, key, PART, "must be a part such as '1/2'");
    int over = Integer.parseInt(found.group(1));
    int under = Integer.parseInt(found.group(2));
    if (over < 1 || over >= under || over * 1000 < under) {
      throw at.wrong(key, "must be more than nothing and less than all");
    }
    return over * 1000 / under;
  }

  /** A volume in whole microlitres, up to 9,999 mL. */
  public static Volume volume(Yaml at, String key) throws ConfigException {
    Matcher found = match(at, key, MILLILITRES, "must be a volume such as '0.1 mL'");
    return microlitres(found.group(1));
  }

  /** The larger of a volume and a share: {@code 0.1 mL or 2 %}. */
  public static Band band(Yaml at, String key) throws ConfigException {
    Matcher found = match(at, key, BAND, "must be a band such as '0.1 mL or 2 %'");
    return Band.of(
        microlitres(found.group(1)),
        new BigDecimal(found.group(2)).movePointRight(1).intValueExact());
  }

  private static Volume microlitres(String millilitres) {
    return new Volume(new BigDecimal(millilitres).movePointRight(3).longValueExact());
  }

  /** Whole hundredths, in thousandths. */
  public static int percent(Yaml at, String key) throws ConfigException {
    return Integer.parseInt(match(at, key, PERCENT, "must be a share such as '3 %'").group(1)) * 10;
  }

  /** A whole number, at least one. */
  public static int count(Yaml at, String key) throws ConfigException {
    return Integer.parseInt(match(at, key, COUNT, "must be a number such as '5'").group(1));
  }

  /** Whole seconds or minutes, more than none. */
  public static Duration wait(Yaml at, String key) throws ConfigException {
    Matcher found = match(at, key, WAIT, "must be a time such as '60 s' or '15 min'");
    long number = Long.parseLong(found.group(1));
    return found.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
  }

  /** A density with at most three places. */
  public static Density density(Yaml at, String key) throws ConfigException {
    Matcher found = match(at, key, DENSITY, "must be a density such as '1.05 g/mL'");
    return new Density(new BigDecimal(found.group(1)).movePointRight(6).longValueExact());
  }

  /** A weight with at most two places. */
  public static Mass grams(Yaml at, String key) throws ConfigException {
    Matcher found = match(at, key, GRAMS, "must be a weight such as '3 g'");
    return new Mass(new BigDecimal(found.group(1)).movePointRight(6).longValueExact());
  }

  /** A day such as 2026-03-02. */
  public static LocalDate day(Yaml at, String key) throws ConfigException {
    return day(at, key, at.text(key));
  }

  /** The same of a text, such as one of a list. */
  public static LocalDate day(Yaml at, String key, String text) throws ConfigException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw at.wrong(key, "must be a day such as 2026-03-02, not '" + text + "'");
    }
  }

  private static boolean none(Yaml at, String key) throws ConfigException {
    return at.text(key).equals("none");
  }

  private static Matcher match(Yaml at, String key, Pattern form, String otherwise)
      throws ConfigException {
    String text = at.text(key);
    Matcher found = form.matcher(text);
    if (!found.matches()) {
      throw at.wrong(key, otherwise + ", not '" + text + "'");
    }
    return found;
  }
}
