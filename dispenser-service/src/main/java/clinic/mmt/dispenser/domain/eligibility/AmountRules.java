package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.quantity.Mass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Limits of the amount: first dose, step, week, ceiling, hours. */
final class AmountRules {

  private final TreatmentRules rules;

  AmountRules(TreatmentRules rules) {
    this.rules = rules;
  }

  /**
   * Looks at the amount.
   *
   * @param anew whether this is a first dose, whatever was taken long ago
   */
  List<Finding> look(PatientDay patientDay, History history, boolean anew) {
    List<Finding> limits = new ArrayList<>();
    Mass dose = patientDay.course().dose();
    Optional<Mass> last = history.lastTaken().filter(taken -> !anew);
    if (last.isEmpty()) {
      first(patientDay.course(), limits);
    } else if (dose.isMoreThan(last.get())) {
      rise(patientDay, history, limits);
    }
    rules
        .ceiling()
        .filter(dose::isMoreThan)
        .ifPresent(
            most -> limits.add(Finding.of(ReasonCode.OVER_CEILING, milligrams(most)).atMost(most)));
    // Two signatures lift what limits the order; nothing signed lifts the hours since a dose.
    List<Finding> found = new ArrayList<>();
    if (patientDay.course().signedOverLimits() && !limits.isEmpty()) {
      found.add(Finding.of(ReasonCode.SIGNED_OVER_LIMITS));
    } else {
      found.addAll(limits);
    }
    if (last.isEmpty()) {
      found.add(Finding.of(ReasonCode.NEW_START));
    }
    if (last.isEmpty() || patientDay.marks().overDosed()) {
      late(patientDay, found);
    }
    patientDay.now().ifPresent(now -> hours(patientDay, history, now, found));
    return found;
  }

  private void first(Course course, List<Finding> found) {
    Mass most = course.reasoned() ? rules.firstDoseWithReason() : rules.firstDose();
    if (course.dose().isMoreThan(most)) {
      found.add(Finding.of(ReasonCode.FIRST_DOSE_HIGH, milligrams(most)).atMost(most));
    }
  }

  /**
   * Whoever gets a first dose, or the first one after too much, is watched for hours, by a doctor
   * who is there (R-117, H98).
   */
  private void late(PatientDay patientDay, List<Finding> found) {
    patientDay
        .now()
        .map(now -> now.plus(rules.observation()))
        .filter(over -> patientDay.doctorLeaves().map(over::isAfter).orElse(false))
        .ifPresent(
            over ->
                found.add(Finding.of(ReasonCode.FIRST_DOSE_LATE, rules.observation().toMinutes())));
  }

  private void rise(PatientDay patientDay, History history, List<Finding> found) {
    Mass dose = patientDay.course().dose();
    Mass last = history.lastTaken().orElseThrow();
    TreatmentRules.Rise limit =
        early(patientDay, history) ? rules.rises().early() : rules.rises().later();
    limit
        .step()
        .filter(step -> dose.minus(last).isMoreThan(step))
        .ifPresent(
            step ->
                found.add(
                    Finding.of(ReasonCode.STEP_HIGH, milligrams(step)).atMost(last.plus(step))));
    Mass lowest = history.lowestOfWeek().orElse(last);
    limit
        .week()
        .filter(week -> dose.minus(lowest).isMoreThan(week))
        .ifPresent(
            week ->
                found.add(
                    Finding.of(ReasonCode.WEEK_HIGH, milligrams(week))
                        .atMost(lowest.plus(week).orMore(last))));
    lastStep(patientDay, history)
        .map(day -> patientDay.today().toEpochDay() - day.toEpochDay())
        .filter(days -> days < rules.rises().daysBetween())
        .ifPresent(
            days ->
                found.add(
                    Finding.of(ReasonCode.RISE_SOON, rules.rises().daysBetween()).atMost(last)));
  }

  /** Early limits hold while the dose is rising and the first dose is recent. */
  private boolean early(PatientDay patientDay, History history) {
    long since =
        history
            .began(rules.missed().beginsAgainFrom())
            .map(day -> patientDay.today().toEpochDay() - day.toEpochDay())
            .orElse(0L);
    return patientDay.course().stage().rising() && since < rules.rises().earlyDays();
  }

  /** The rise before this one; in induction the first dose counts as one. */
  private Optional<LocalDate> lastStep(PatientDay patientDay, History history) {
    Optional<LocalDate> rise = history.lastRise();
    return rise.isPresent() || patientDay.course().stage() != Stage.INDUCTION
        ? rise
        : history.began(rules.missed().beginsAgainFrom());
  }

  private void hours(PatientDay patientDay, History history, Instant now, List<Finding> found) {
    history
        .lastWithTime()
        .map(dose -> Duration.between(dose.at().orElseThrow(), now))
        .ifPresent(since -> interval(since, patientDay.course().later().isPresent(), found));
    // Yesterday's dose is no part of today's: who comes an hour earlier is dosed as usual.
    Mass soFar = history.swallowedAfter(now.minus(rules.interval().tell()));
    // Of a split dose only the first part is poured now.
    Mass poured = patientDay.course().firstOf(patientDay.course().dose());
    Mass most = rules.ceiling().orElse(soFar.plus(poured));
    boolean signed = patientDay.course().signedOverLimits();
    if (!signed && soFar.plus(poured).isMoreThan(most)) {
      found.add(
          Finding.of(ReasonCode.ROLLING_HIGH, milligrams(most))
              .atMost(most.minus(soFar).orMore(Mass.ZERO)));
    }
  }

  /** Who takes two parts a day has some hours between any two of them. */
  private void interval(Duration since, boolean split, List<Finding> found) {
    if (split) {
      parts(since, found);
      return;
    }
    if (since.compareTo(rules.interval().ask()) < 0) {
      found.add(Finding.of(ReasonCode.INTERVAL_ASKS, rules.interval().ask().toHours()));
    } else if (since.compareTo(rules.interval().tell()) < 0) {
      found.add(Finding.of(ReasonCode.INTERVAL_TELLS, rules.interval().tell().toHours()));
    }
  }

  private void parts(Duration since, List<Finding> found) {
    TreatmentRules.Parts parts = rules.secondDoses().parts();
    if (since.compareTo(parts.least()) < 0) {
      found.add(Finding.of(ReasonCode.PARTS_ASK, parts.least().toHours()));
    } else if (since.compareTo(parts.tell()) < 0) {
      found.add(Finding.of(ReasonCode.PARTS_TELL, parts.tell().toHours()));
    }
  }

  /** The later part of a split dose, so long after what was swallowed last. */
  void laterPart(PatientDay patientDay, History history, List<Finding> found) {
    patientDay
        .now()
        .flatMap(
            now ->
                history.lastWithTime().map(dose -> Duration.between(dose.at().orElseThrow(), now)))
        .ifPresent(since -> parts(since, found));
  }

  /** For people, without trailing zeros. */
  static String milligrams(Mass mass) {
    return BigDecimal.valueOf(mass.micrograms(), 3).stripTrailingZeros().toPlainString();
  }
}
