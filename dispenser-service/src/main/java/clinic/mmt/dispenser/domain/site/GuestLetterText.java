package clinic.mmt.dispenser.domain.site;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a guest letter tells the guest site, as lines of text: exactly one site, the person, days,
 * dose and last dose. {@code docs/how-to/send-and-receive-patients.md} has the form.
 *
 * @param letter its id
 * @param home the site that signs
 * @param site the one site it is for (H102)
 * @param person whose
 * @param first day
 * @param last day
 * @param dose of the first day, in all
 * @param lastDose at home, as of {@code made}; empty when there was none
 * @param made day of the print
 */
public record GuestLetterText(
    String letter,
    SiteName home,
    SiteName site,
    Named person,
    LocalDate first,
    LocalDate last,
    Mass dose,
    Optional<LastDose> lastDose,
    LocalDate made) {

  private static final int LINES = 10;
  private static final int LINES_OF_LAST_DOSE = 4;

  /** A person as an identity document names one. */
  public record Named(String family, String given, int birthYear) {

    @Override
    public String toString() {
      return "•••";
    }
  }

  /** The lines, as they are signed. */
  public String write() {
    String head =
        """
        letter: %s
        home: %s
        site: %s
        family: %s
        given: %s
        born: %d
        from: %s
        to: %s
        dose-ug: %d
        """
            .formatted(
                letter,
                home.value(),
                site.value(),
                line(person.family()),
                line(person.given()),
                person.birthYear(),
                first,
                last,
                dose.micrograms());
    return head + lastDose.map(GuestLetterText::write).orElse("") + "made: " + made + "\n";
  }

  private static String write(LastDose last) {
    return """
        last-day: %s
        last-dose-ug: %d
        last-ug-per-ml: %d
        last-confirmed: %s
        """
        .formatted(
            last.day(),
            last.dose().micrograms(),
            last.strength().map(Concentration::microgramsPerMillilitre).orElse(0L),
            last.confirmed());
  }

  /** A name never makes a line of its own. */
  private static String line(String text) {
    return text.replaceAll("[\\r\\n]+", " ");
  }

  /** Reads lines; empty when they are not those of a letter. */
  public static Optional<GuestLetterText> read(String text) {
    Map<String, String> lines = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] parts = line.split(": ", 2);
      if (parts.length < 2 || lines.put(parts[0], parts[1]) != null) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(read(lines));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static GuestLetterText read(Map<String, String> lines) {
    boolean hasLast = lines.containsKey("last-day");
    // Each line is asked for below: one that is unknown is one too many.
    if (lines.size() != LINES + (hasLast ? LINES_OF_LAST_DOSE : 0)) {
      throw new IllegalArgumentException("lines are missing or unknown");
    }
    return new GuestLetterText(
        text(lines, "letter"),
        new SiteName(text(lines, "home")),
        new SiteName(text(lines, "site")),
        new Named(
            text(lines, "family"), text(lines, "given"), Integer.parseInt(text(lines, "born"))),
        LocalDate.parse(text(lines, "from")),
        LocalDate.parse(text(lines, "to")),
        new Mass(Long.parseLong(text(lines, "dose-ug"))),
        hasLast ? Optional.of(last(lines)) : Optional.empty(),
        LocalDate.parse(text(lines, "made")));
  }

  private static LastDose last(Map<String, String> lines) {
    String confirmed = text(lines, "last-confirmed");
    if (!List.of("true", "false").contains(confirmed)) {
      throw new IllegalArgumentException("neither true nor false");
    }
    return new LastDose(
        LocalDate.parse(text(lines, "last-day")),
        new Mass(Long.parseLong(text(lines, "last-dose-ug"))),
        Optional.of(Long.parseLong(text(lines, "last-ug-per-ml")))
            .filter(known -> known != 0)
            .map(Concentration::new),
        confirmed.equals("true"));
  }

  private static String text(Map<String, String> lines, String key) {
    String text = lines.get(key);
    if (text == null) {
      throw new IllegalArgumentException("a line is missing");
    }
    return text;
  }

  @Override
  public String toString() {
    return "GuestLetterText[" + letter + "]";
  }
}
