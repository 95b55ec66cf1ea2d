package clinic.mmt.dispenser.main.explain;

import clinic.mmt.dispenser.domain.eligibility.Course;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.PatientDay;
import clinic.mmt.dispenser.domain.eligibility.PatientDay.Traits;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.Measures;
import clinic.mmt.dispenser.main.config.Yaml;
import clinic.mmt.quantity.Mass;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The cases of an {@code explain} file; {@code docs/domain/explain.md} explains every key. */
final class CaseFile {

  private static final List<String> STAGES =
      List.of("induction", "titration", "maintenance", "taper");
  private static final List<String> KINDS = List.of("observed", "take-home", "guest", "hospital");

  private CaseFile() {}

  /** One case. */
  record Case(String name, PatientDay patientDay) {}

  /**
   * All cases.
   *
   * @throws ConfigException for the first case that is wrong, with file and line
   */
  static List<Case> parse(String file, String text) throws ConfigException {
    List<Case> cases = new ArrayList<>();
    for (Yaml item : Yaml.parseList(file, text)) {
      cases.add(one(item));
    }
    return cases;
  }

  private static Case one(Yaml item) throws ConfigException {
    item.only(
        Set.of(
            "name",
            "today",
            "now",
            "doctor_until",
            "prescription",
            "doses",
            "signs",
            "holds",
            "reviews",
            "closed_days",
            "age",
            "consent",
            "pregnant"));
    LocalDate today = Measures.day(item, "today");
    Set<LocalDate> closed = new HashSet<>();
    for (String day : item.texts("closed_days")) {
      closed.add(day(item, "closed_days", day));
    }
    List<DoseDay> doses = new ArrayList<>();
    for (Yaml dose : item.maps("doses")) {
      doses.add(dose(dose));
    }
    List<Hold> holds = new ArrayList<>();
    for (Yaml hold : item.maps("holds")) {
      holds.add(hold(hold));
    }
    return new Case(
        item.text("name"),
        new PatientDay(
            today,
            time(item, "now", today),
            time(item, "doctor_until", today),
            course(item.map("prescription")),
            doses,
            !item.has("signs") || item.oneOf("signs", List.of("fit", "unfit")).equals("fit"),
            holds,
            closed,
            traits(item),
            Set.of(),
            PatientDay.Marks.NONE,
            reviews(item)));
  }

  private static List<LocalDate> reviews(Yaml item) throws ConfigException {
    List<LocalDate> reviews = new ArrayList<>();
    for (String day : item.texts("reviews")) {
      reviews.add(Measures.day(item, "reviews", day));
    }
    return reviews;
  }

  private static Traits traits(Yaml item) throws ConfigException {
    int age = item.number("age", -1, 0, 120);
    return new Traits(
        age < 0 ? Optional.empty() : Optional.of(age),
        item.flag("consent", false),
        item.flag("pregnant", false));
  }

  private static Course course(Yaml at) throws ConfigException {
    at.only(Set.of("phase", "dose", "later", "from", "to", "signed", "reason", "over_limits"));
    Stage stage = Stage.valueOf(at.oneOf("phase", STAGES).toUpperCase(Locale.ROOT));
    LocalDate from = Measures.day(at, "from");
    LocalDate to = Measures.day(at, "to");
    if (to.isBefore(from)) {
      throw at.wrong("to", "is before 'from'");
    }
    return new Course(
        stage,
        Measures.mass(at, "dose"),
        later(at),
        from,
        to,
        at.has("signed") ? Measures.day(at, "signed") : from,
        at.flag("reason", false),
        at.flag("over_limits", false));
  }

  private static Optional<Mass> later(Yaml at) throws ConfigException {
    if (!at.has("later")) {
      return Optional.empty();
    }
    Mass later = Measures.mass(at, "later");
    if (!later.isLessThan(Measures.mass(at, "dose"))) {
      throw at.wrong("later", "is a part of 'dose': less than it");
    }
    return Optional.of(later);
  }

  private static DoseDay dose(Yaml at) throws ConfigException {
    at.only(Set.of("day", "dose", "kind", "confirmed", "vomited", "at"));
    LocalDate day = Measures.day(at, "day");
    return DoseDay.of(
            day,
            Measures.mass(at, "dose"),
            DoseDay.Kind.valueOf(
                at.oneOf("kind", KINDS).toUpperCase(Locale.ROOT).replace('-', '_')),
            at.flag("confirmed", true))
        .vomitedIf(at.flag("vomited", false))
        .swallowed(time(at, "at", day));
  }

  private static Hold hold(Yaml at) throws ConfigException {
    at.only(Set.of("reason", "by"));
    return new Hold(
        at.text("reason"),
        switch (at.text("by").toLowerCase(Locale.ROOT)) {
          case "doctor", "prescriber" -> Hold.By.DOCTOR;
          case "pharmacist" -> Hold.By.PHARMACIST;
          case "head" -> Hold.By.HEAD;
          default -> Hold.By.ADMINISTRATION;
        });
  }

  /** Times of a case are all in the same zone, so the zone itself does not matter. */
  private static Optional<Instant> time(Yaml at, String key, LocalDate day) throws ConfigException {
    if (!at.has(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(day.atTime(LocalTime.parse(at.text(key))).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw at.wrong(key, "must be a time such as '08:15'");
    }
  }

  private static LocalDate day(Yaml at, String key, String text) throws ConfigException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw at.wrong(key, "must hold days such as 2026-03-02, not '" + text + "'");
    }
  }
}
