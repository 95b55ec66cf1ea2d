package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.eligibility.DoseDay.Kind;
import clinic.mmt.dispenser.domain.eligibility.PatientDay.Marks;
import clinic.mmt.dispenser.domain.eligibility.PatientDay.Traits;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.site.Whereabouts;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ProfileFile;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An invented patient whose case is written down in a few words. */
final class Someone {

  /** A Monday, the first of a month of 31 days. */
  static final LocalDate MONDAY_1ST = LocalDate.of(2027, 3, 1);

  private LocalDate today = MONDAY_1ST;
  private Optional<Instant> now = Optional.empty();
  private Optional<Instant> doctorLeaves = Optional.empty();
  private Course course =
      new Course(
          Stage.MAINTENANCE,
          Mass.ofMilligrams(80),
          Optional.empty(),
          MONDAY_1ST.minusDays(10),
          MONDAY_1ST.plusDays(19),
          MONDAY_1ST.minusDays(10),
          false,
          false);
  private final List<DoseDay> doses = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private final Set<LocalDate> closed = new HashSet<>();
  private final Set<ReasonCode> released = new HashSet<>();
  private final List<LocalDate> reviews = new ArrayList<>();
  private boolean fit = true;
  private Traits traits = new Traits(Optional.empty(), false, false);
  private Marks marks = Marks.NONE;

  static Someone on(LocalDate today) {
    Someone someone = new Someone();
    someone.today = today;
    return someone;
  }

  static TreatmentRules rules(String profile) {
    try {
      return ProfileFile.named(profile).rules();
    } catch (ConfigException e) {
      throw new AssertionError(e);
    }
  }

  /** An order signed on its first day that holds for thirty days. */
  Someone ordered(Stage stage, long milligrams, LocalDate from) {
    return ordered(stage, milligrams, from, from.plusDays(29));
  }

  Someone ordered(Stage stage, long milligrams, LocalDate from, LocalDate to) {
    course =
        new Course(
            stage, Mass.ofMilligrams(milligrams), Optional.empty(), from, to, from, false, false);
    return this;
  }

  Someone reasoned() {
    course =
        new Course(
            course.stage(),
            course.dose(),
            course.later(),
            course.from(),
            course.to(),
            course.signed(),
            true,
            course.signedOverLimits());
    return this;
  }

  Someone signedByTwo() {
    course =
        new Course(
            course.stage(),
            course.dose(),
            course.later(),
            course.from(),
            course.to(),
            course.signed(),
            course.reasoned(),
            true);
    return this;
  }

  /** So much of the ordered dose is its later part. */
  Someone split(long later) {
    course =
        new Course(
            course.stage(),
            course.dose(),
            Optional.of(Mass.ofMilligrams(later)),
            course.from(),
            course.to(),
            course.signed(),
            course.reasoned(),
            course.signedOverLimits());
    return this;
  }

  Someone took(LocalDate day, long milligrams) {
    return took(day, milligrams, Kind.OBSERVED, true);
  }

  Someone took(LocalDate day, long milligrams, Kind kind, boolean confirmed) {
    doses.add(DoseDay.of(day, Mass.ofMilligrams(milligrams), kind, confirmed));
    return this;
  }

  Someone tookAt(Instant at, LocalDate day, long milligrams) {
    doses.add(
        DoseDay.of(day, Mass.ofMilligrams(milligrams), Kind.OBSERVED, true)
            .swallowed(Optional.of(at)));
    return this;
  }

  Someone vomited(LocalDate day, long milligrams) {
    doses.add(DoseDay.of(day, Mass.ofMilligrams(milligrams), Kind.OBSERVED, true).vomitedIf(true));
    return this;
  }

  Someone at(Instant moment) {
    now = Optional.of(moment);
    return this;
  }

  Someone doctorLeaves(Instant moment) {
    doctorLeaves = Optional.of(moment);
    return this;
  }

  Someone unfit() {
    fit = false;
    return this;
  }

  /** The same person with the same doses on another day. */
  Someone copyOn(LocalDate day) {
    Someone other = on(day);
    other.doses.addAll(doses);
    return other;
  }

  Someone held(Hold.By by) {
    holds.add(new Hold("a reason", by));
    return this;
  }

  Someone closed(LocalDate day) {
    closed.add(day);
    return this;
  }

  Someone aged(int years, boolean consent) {
    traits = new Traits(Optional.of(years), consent, traits.pregnant());
    return this;
  }

  Someone pregnant() {
    traits = new Traits(traits.age(), traits.representativeConsents(), true);
    return this;
  }

  Someone watched() {
    marks = new Marks(true, marks.overDosed(), marks.left(), marks.where());
    return this;
  }

  Someone at(Whereabouts where) {
    marks = new Marks(marks.watched(), marks.overDosed(), marks.left(), where);
    return this;
  }

  Someone overDosed() {
    marks = new Marks(marks.watched(), true, marks.left(), marks.where());
    return this;
  }

  Someone leftCare() {
    marks = new Marks(marks.watched(), marks.overDosed(), true, marks.where());
    return this;
  }

  Someone released(ReasonCode code) {
    released.add(code);
    return this;
  }

  Someone toReview(LocalDate from) {
    reviews.add(from);
    return this;
  }

  PatientDay patientDay() {
    return new PatientDay(
        today,
        now,
        doctorLeaves,
        course,
        doses,
        fit,
        holds,
        closed,
        traits,
        released,
        marks,
        reviews);
  }

  Verdict by(String profile) {
    return new Eligibility(rules(profile)).decide(patientDay());
  }
}
