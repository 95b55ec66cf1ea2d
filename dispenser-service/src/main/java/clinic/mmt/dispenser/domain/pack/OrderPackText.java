package clinic.mmt.dispenser.domain.pack;

import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an order pack tells the one site that it is for, as lines of text; {@code
 * docs/pack-format.md} has the form.
 *
 * @param head site, number, time
 * @param until its last moment
 * @param patients everybody who is assigned to that site, each once
 */
public record OrderPackText(PackHead head, Instant until, List<Listed> patients) {

  private static final String NONE = "-";

  /** Copies the list. */
  public OrderPackText {
    patients = List.copyOf(patients);
    if (patients.stream().map(Listed::patient).distinct().count() != patients.size()) {
      throw new IllegalArgumentException("a patient comes twice");
    }
  }

  /**
   * One patient.
   *
   * @param patient the code at the treatment site, and from then on here
   * @param person as an identity document names one
   * @param traits what eligibility asks
   * @param orders that hold on the pack's days, in the order they were signed
   * @param holds that are in force
   * @param given doses of the days before, one line a day, but those of the receiving site
   */
  public record Listed(
      PatientId patient,
      GuestLetterText.Named person,
      Traits traits,
      List<Prescription> orders,
      List<PlacedHold> holds,
      List<Given> given) {

    /** Copies the lists. */
    public Listed {
      orders = List.copyOf(orders);
      holds = List.copyOf(holds);
      given = List.copyOf(given);
    }

    @Override
    public String toString() {
      return "•••";
    }
  }

  /**
   * What was taken on a day, all together.
   *
   * @param confirmed whether it is known that it was taken, whole, and kept down
   * @param at when it was swallowed, where that is known
   */
  public record Given(
      LocalDate day,
      Mass dose,
      Optional<Concentration> strength,
      boolean confirmed,
      DoseDay.Kind kind,
      Optional<Instant> at) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** Words as a line has them. */
  public static String plain(String words) {
    return PackLines.plain(words);
  }

  /** The lines, as they are signed. */
  public String write() {
    PackLines.Writer lines = new PackLines.Writer();
    head.write(lines);
    lines.line("until", until);
    lines.line("patients", patients.size());
    patients.forEach(listed -> write(listed, lines));
    lines.line("end");
    return lines.end();
  }

  private static void write(Listed listed, PackLines.Writer lines) {
    lines.line("patient", listed.patient().value());
    lines.line("family", listed.person().family());
    lines.line("given-name", listed.person().given());
    lines.line("born", listed.person().birthYear());
    Traits traits = listed.traits();
    lines.line(
        "traits",
        traits.birthYear().map(Object::toString).orElse(NONE),
        traits.representativeConsents(),
        traits.pregnant());
    listed.orders().forEach(order -> PackOrderLines.write(order, lines));
    for (PlacedHold hold : listed.holds()) {
      String last = hold.lastDay().map(LocalDate::toString).orElse(NONE);
      lines.line("hold", hold.id(), hold.hold().by(), last, hold.hold().reason());
    }
    for (Given given : listed.given()) {
      lines.line(
          "dose",
          given.day(),
          given.dose().micrograms(),
          given.strength().map(Concentration::microgramsPerMillilitre).orElse(0L),
          given.confirmed(),
          given.kind(),
          given.at().map(Instant::toString).orElse(NONE));
    }
  }

  /** Reads lines; empty when they are not those of an order pack. */
  public static Optional<OrderPackText> read(String text) {
    try {
      PackLines lines = new PackLines(text);
      PackHead head = PackHead.read(lines);
      Instant until = Instant.parse(lines.next("until"));
      int count = Integer.parseInt(lines.next("patients"));
      List<Listed> patients = new ArrayList<>();
      while (lines.at("patient")) {
        patients.add(listed(lines));
      }
      lines.next("end");
      lines.end();
      return patients.size() == count
          ? Optional.of(new OrderPackText(head, until, patients))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Listed listed(PackLines lines) {
    PatientId patient = new PatientId(lines.next("patient"));
    GuestLetterText.Named person =
        new GuestLetterText.Named(
            lines.next("family"), lines.next("given-name"), Integer.parseInt(lines.next("born")));
    List<String> told = lines.next("traits", 3);
    Traits traits =
        new Traits(
            some(told.getFirst()).map(Integer::valueOf),
            PackLines.flag(told.get(1)),
            PackLines.flag(told.get(2)));
    List<Prescription> orders = new ArrayList<>();
    while (lines.at("order")) {
      orders.add(PackOrderLines.read(patient, lines));
    }
    List<PlacedHold> holds = new ArrayList<>();
    while (lines.at("hold")) {
      List<String> hold = lines.next("hold", 4);
      holds.add(
          new PlacedHold(
              hold.getFirst(),
              patient,
              new Hold(hold.get(3), Hold.By.valueOf(hold.get(1))),
              some(hold.get(2)).map(LocalDate::parse)));
    }
    List<Given> given = new ArrayList<>();
    while (lines.at("dose")) {
      given.add(given(lines.next("dose", 6)));
    }
    return new Listed(patient, person, traits, orders, holds, given);
  }

  private static Given given(List<String> values) {
    return new Given(
        LocalDate.parse(values.getFirst()),
        mass(values.get(1)),
        strength(values.get(2)),
        PackLines.flag(values.get(3)),
        DoseDay.Kind.valueOf(values.get(4)),
        some(values.get(5)).map(Instant::parse));
  }

  static Optional<String> some(String value) {
    return Optional.of(value).filter(known -> !known.equals(NONE));
  }

  /** No dose is less than nothing. */
  static Mass mass(String micrograms) {
    long value = Long.parseLong(micrograms);
    if (value < 0 || value > 10_000_000) {
      throw new IllegalArgumentException("no dose is as much");
    }
    return new Mass(value);
  }

  static Optional<Concentration> strength(String value) {
    return Optional.of(Long.parseLong(value)).filter(known -> known != 0).map(Concentration::new);
  }

  @Override
  public String toString() {
    return "OrderPackText[" + head.number() + "]";
  }
}
