package clinic.mmt.dispenser.domain.pack;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a dose pack tells the site where the patients are at home, as lines of text; {@code
 * docs/pack-format.md} has the form.
 *
 * @param head site, number, time
 * @param after it tells all since the pack of this number; 0: since the beginning
 * @param doses in the order in which they happened
 */
public record DosePackText(PackHead head, int after, List<Told> doses) {

  /** Copies the list. */
  public DosePackText {
    doses = List.copyOf(doses);
    if (after < 0 || after >= head.number()) {
      throw new IllegalArgumentException("a pack comes after an earlier one");
    }
  }

  /** How a dose ended. */
  public enum Outcome {
    /** Taken, and it covers its day. */
    TAKEN,
    /** Perhaps taken, only in part, or vomited: taken for «no second dose», not for tolerance. */
    IN_DOUBT,
    /** Given back untouched. */
    REFUSED,
    /** Poured away before anybody had it, or never poured. */
    NOT_GIVEN
  }

  /**
   * Whose dose it is.
   *
   * @param code the patient's code at home; of a guest the letter's id
   * @param guest whether it is a letter
   */
  public record Whose(String code, boolean guest) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /**
   * One dose.
   *
   * @param id at the site that gave it; told again with the same id, it replaces what was told
   * @param taken how much was taken, as far as is known; nothing of one refused or not given
   * @param strength of the liquid
   * @param at when it was swallowed, where that is known
   */
  public record Told(
      DoseId id,
      Whose whose,
      LocalDate day,
      DosePart part,
      Outcome outcome,
      Mass taken,
      Optional<Concentration> strength,
      Optional<Instant> at) {
    @Override
    public String toString() {
      return "Told[" + id.value() + "]";
    }
  }

  /** The lines, as they are signed. */
  public String write() {
    PackLines.Writer lines = new PackLines.Writer();
    head.write(lines);
    lines.line("after", after);
    lines.line("doses", doses.size());
    for (Told dose : doses) {
      lines.line(
          "dose",
          dose.id().value(),
          dose.whose().guest() ? "letter" : "patient",
          dose.whose().code(),
          dose.day(),
          dose.part().number(),
          dose.outcome(),
          dose.taken().micrograms(),
          dose.strength().map(Concentration::microgramsPerMillilitre).orElse(0L),
          dose.at().map(Instant::toString).orElse("-"));
    }
    lines.line("end");
    return lines.end();
  }

  /** Reads lines; empty when they are not those of a dose pack. */
  public static Optional<DosePackText> read(String text) {
    try {
      PackLines lines = new PackLines(text);
      PackHead head = PackHead.read(lines);
      int after = Integer.parseInt(lines.next("after"));
      int count = Integer.parseInt(lines.next("doses"));
      List<Told> doses = new ArrayList<>();
      while (lines.at("dose")) {
        doses.add(told(lines.next("dose", 9)));
      }
      lines.next("end");
      lines.end();
      return doses.size() == count
          ? Optional.of(new DosePackText(head, after, doses))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Told told(List<String> values) {
    boolean guest = values.get(1).equals("letter");
    if (!guest && !values.get(1).equals("patient")) {
      throw new IllegalArgumentException("neither a patient nor a letter");
    }
    return new Told(
        new DoseId(values.getFirst()),
        new Whose(values.get(2), guest),
        LocalDate.parse(values.get(3)),
        new DosePart(Integer.parseInt(values.get(4))),
        Outcome.valueOf(values.get(5)),
        OrderPackText.mass(values.get(6)),
        OrderPackText.strength(values.get(7)),
        OrderPackText.some(values.get(8)).map(Instant::parse));
  }

  @Override
  public String toString() {
    return "DosePackText[" + head.number() + "]";
  }
}
