package clinic.mmt.dispenser.app.people;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the QR code of a citizen card says (7 fields from 2021, 11 from 2024; the first seven are
 * the same). The code is plain text without a signature, and a picture of it scans like the card:
 * it fills a form and says who is meant, and proves nothing. Fields after the seventh are neither
 * read nor kept. Prints as dots.
 *
 * @param number twelve digits
 * @param name as on the card, NFC
 * @param birth day of birth; empty where the card has the year alone
 * @param birthYear four digits
 * @param female by the field of sex
 * @param address as on the card, NFC; may be empty
 * @param issued day of issue
 * @param oddities what does not fit together; to look at, not to refuse
 */
public record CitizenCard(
    String number,
    String name,
    Optional<LocalDate> birth,
    int birthYear,
    boolean female,
    String address,
    LocalDate issued,
    Set<Oddity> oddities) {

  private static final int FIELDS = 7;
  private static final int TEXT_MOST = 2048;
  private static final int NAME_MOST = 100;
  private static final int ADDRESS_MOST = 400;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
  private static final Pattern OLD_NUMBER = Pattern.compile("(?:[0-9]{9})?");
  private static final Pattern DAY = Pattern.compile("[0-9]{8}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]*");

  /** Copies the set. */
  public CitizenCard {
    oddities = Set.copyOf(oddities);
  }

  /** What does not fit together: a typing error or a forgery, cheaply found. */
  public enum Oddity {
    /** The number's fourth digit is of the other sex. */
    SEX_OF_NUMBER,
    /** The number has another year of birth. */
    BIRTH_OF_NUMBER,
    /** The day of birth is not complete. */
    BIRTH_INCOMPLETE
  }

  /** What came of reading a text. */
  public sealed interface Read {
    /** A card. */
    record Card(CitizenCard card) implements Read {}

    /** No card, and why. */
    record Bad(Fault fault) implements Read {}
  }

  /** Why a text is no card. */
  public enum Fault {
    /** Longer than a card's text ever is. */
    TOO_LONG,
    /** Control characters, or letters that could not be read. */
    BAD_CHARACTERS,
    /** Not seven fields between bars. */
    FIELDS,
    /** The number is not of twelve digits. */
    NUMBER,
    /** The old number is neither empty nor of nine digits. */
    OLD_NUMBER,
    /** The name is empty, too long, or not of letters. */
    NAME,
    /** The day of birth is none. */
    BIRTH,
    /** Neither Nam nor Nữ. */
    SEX,
    /** The address is too long. */
    ADDRESS,
    /** The day of issue is none. */
    ISSUED
  }

  /** A fault on the way, and nothing else. */
  private static final class Faulty extends Exception {
    private static final long serialVersionUID = 1L;
    private final Fault fault;

    Faulty(Fault fault) {
      super(fault.name());
      this.fault = fault;
    }
  }

  /** Whether a text may be a citizen card at all; a look without reading it. */
  public static boolean isClaimedBy(String text) {
    return text.length() > 12
        && text.charAt(12) == '|'
        && NUMBER.matcher(text.substring(0, 12)).matches();
  }

  /** Reads what a scanner gave, its terminator taken off. */
  public static Read read(String text) {
    try {
      return new Read.Card(card(text));
    } catch (Faulty e) {
      return new Read.Bad(e.fault);
    }
  }

  private static CitizenCard card(String text) throws Faulty {
    must(text.length() <= TEXT_MOST, Fault.TOO_LONG);
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    must(normal.chars().noneMatch(CitizenCard::isBad), Fault.BAD_CHARACTERS);
    // With a limit of -1 empty fields at the end stay: eleven are eleven.
    String[] fields = normal.split("\\|", -1);
    must(fields.length >= FIELDS, Fault.FIELDS);
    String number = fields[0];
    must(NUMBER.matcher(number).matches(), Fault.NUMBER);
    must(OLD_NUMBER.matcher(fields[1]).matches(), Fault.OLD_NUMBER);
    String name = fields[2].strip().replaceAll(" +", " ");
    must(isName(name), Fault.NAME);
    must(fields[4].equals("Nam") || fields[4].equals("Nữ"), Fault.SEX);
    boolean female = fields[4].equals("Nữ");
    must(fields[5].length() <= ADDRESS_MOST, Fault.ADDRESS);
    must(DAY.matcher(fields[3]).matches(), Fault.BIRTH);
    boolean yearOnly = fields[3].startsWith("0000");
    Optional<LocalDate> birth =
        yearOnly ? Optional.empty() : Optional.of(day(fields[3], Fault.BIRTH));
    int year = Integer.parseInt(fields[3].substring(4));
    must(year >= 1900 && year <= 2099, Fault.BIRTH);
    LocalDate issued = day(fields[6], Fault.ISSUED);
    return new CitizenCard(
        number,
        name,
        birth,
        year,
        female,
        fields[5].strip(),
        issued,
        odd(number, female, year, yearOnly));
  }

  /** A person's name as cards have it: letters, at most a hundred. */
  static boolean isName(String name) {
    return name.length() <= NAME_MOST && NAME.matcher(name).matches();
  }

  private static boolean isBad(int c) {
    return Character.isISOControl(c) || c == 0xFFFD || c == 0xFEFF;
  }

  private static void must(boolean holds, Fault otherwise) throws Faulty {
    if (!holds) {
      throw new Faulty(otherwise);
    }
  }

  private static LocalDate day(String ddMMyyyy, Fault otherwise) throws Faulty {
    must(DAY.matcher(ddMMyyyy).matches(), otherwise);
    try {
      return LocalDate.of(
          Integer.parseInt(ddMMyyyy.substring(4)),
          Integer.parseInt(ddMMyyyy.substring(2, 4)),
          Integer.parseInt(ddMMyyyy.substring(0, 2)));
    } catch (DateTimeException e) {
      throw new Faulty(otherwise);
    }
  }

  /** The fourth digit: 0 and 1 are men and women born from 1900 on, 2 and 3 from 2000 on. */
  private static Set<Oddity> odd(String number, boolean female, int year, boolean yearOnly) {
    Set<Oddity> odd = EnumSet.noneOf(Oddity.class);
    int digit = number.charAt(3) - '0';
    if ((digit % 2 == 1) != female) {
      odd.add(Oddity.SEX_OF_NUMBER);
    }
    if (1900 + digit / 2 * 100 + Integer.parseInt(number.substring(4, 6)) != year) {
      odd.add(Oddity.BIRTH_OF_NUMBER);
    }
    if (yearOnly) {
      odd.add(Oddity.BIRTH_INCOMPLETE);
    }
    return odd;
  }

  /** The number as the people file looks it up; only a keyed hash of this is ever stored. */
  public String token() {
    return token(number);
  }

  /** The same of a number that was typed. */
  public static String token(String number) {
    return "citizen:" + number;
  }

  /** The number as people may see it: its last four digits. */
  public String masked() {
    return "••••••••" + number.substring(8);
  }

  @Override
  public String toString() {
    return "CitizenCard[•••]";
  }
}
