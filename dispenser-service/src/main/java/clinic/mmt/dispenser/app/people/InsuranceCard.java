package clinic.mmt.dispenser.app.people;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the QR code of a health insurance card (BHYT) says: 10 to 17 fields between bars, the last
 * one a dollar sign; the name is hex of UTF-8. Plain text without a signature, as the citizen
 * card's: it fills a form and says who is meant, and proves nothing. Only these fields are read.
 * Prints as dots.
 *
 * @param number ten digits of the social insurance number; the old form's letters, benefit and
 *     province before them are not part of it
 * @param name as on the card, NFC
 * @param birth day of birth; empty where the card has the year alone
 * @param birthYear four digits
 * @param female by the field of sex
 */
public record InsuranceCard(
    String number, String name, Optional<LocalDate> birth, int birthYear, boolean female) {

  private static final int FIELDS_LEAST = 10;
  private static final int FIELDS_MOST = 17;
  private static final int TEXT_MOST = 2048;
  private static final int DIGITS = 10;
  private static final Pattern NUMBER = Pattern.compile("(?:[A-Z]{2}[0-9]{3})?[0-9]{10}");
  private static final Pattern BIRTH = Pattern.compile("(?:([0-9]{2})/([0-9]{2})/)?([0-9]{4})");

  /** Reads what a scanner gave, its terminator taken off; empty when it is no such card. */
  public static Optional<InsuranceCard> read(String text) {
    // With a limit of -1 empty fields at the end stay.
    String[] fields = text.length() > TEXT_MOST ? new String[0] : text.split("\\|", -1);
    if (fields.length < FIELDS_LEAST
        || fields.length > FIELDS_MOST
        || !fields[fields.length - 1].equals("$")
        || !NUMBER.matcher(fields[0]).matches()
        || !fields[3].matches("[12]")) {
      return Optional.empty();
    }
    String number = fields[0].substring(fields[0].length() - DIGITS);
    Matcher birth = BIRTH.matcher(fields[2]);
    if (!birth.matches()) {
      return Optional.empty();
    }
    return name(fields[1]).flatMap(name -> card(number, name, birth, fields[3].equals("2")));
  }

  private static Optional<InsuranceCard> card(
      String number, String name, Matcher birth, boolean female) {
    int year = Integer.parseInt(birth.group(3));
    if (birth.group(1) == null) {
      return Optional.of(new InsuranceCard(number, name, Optional.empty(), year, female));
    }
    try {
      LocalDate day =
          LocalDate.of(year, Integer.parseInt(birth.group(2)), Integer.parseInt(birth.group(1)));
      return Optional.of(new InsuranceCard(number, name, Optional.of(day), year, female));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> name(String hex) {
    try {
      String name =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(HexFormat.of().parseHex(hex)))
              .toString();
      return Optional.of(Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("^ +| +$", ""))
          .filter(CitizenCard::isName);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The number as the people file looks it up; only a keyed hash of this is ever stored. */
  public String token() {
    return token(number);
  }

  /** The same of a number that was typed. */
  public static String token(String number) {
    return "insurance:" + number;
  }

  @Override
  public String toString() {
    return "InsuranceCard[•••]";
  }
}
