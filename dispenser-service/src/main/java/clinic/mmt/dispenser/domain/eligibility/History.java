package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the doses of the past say on one day. A day is covered when a dose of it was confirmed,
 * wherever it was taken; missed days are the days between the last covered one and today.
 */
final class History {

  private static final int HOURS_MATTER_DAYS = 3;

  private final LocalDate today;
  private final List<DoseDay> doses;

  /** Those of the last days whose time is known: hours matter for a day, not for weeks. */
  private final List<DoseDay> timed;

  /** Covered days before today, one after the other. */
  private final List<Covered> covered;

  /** A covered day, with the drug taken on it. */
  private record Covered(LocalDate day, Mass taken) {}

  History(LocalDate today, List<DoseDay> doses) {
    this.today = today;
    List<DoseDay> sorted = sorted(doses);
    this.doses = sorted;
    this.covered = new ArrayList<>(sorted.size());
    List<DoseDay> withTime = new ArrayList<>();
    LocalDate hoursFrom = today.minusDays(HOURS_MATTER_DAYS);
    int from = 0;
    for (int i = 0; i < sorted.size(); i++) {
      if (!sorted.get(i).day().isBefore(hoursFrom) && sorted.get(i).at().isPresent()) {
        withTime.add(sorted.get(i));
      }
      boolean last = i + 1 == sorted.size();
      if (last || !sorted.get(i + 1).day().equals(sorted.get(i).day())) {
        cover(sorted, from, i + 1);
        from = i + 1;
      }
    }
    this.timed = withTime;
  }

  /** In order of days, as the ledger gives them unless other places gave doses as well. */
  private static List<DoseDay> sorted(List<DoseDay> doses) {
    for (int i = 1; i < doses.size(); i++) {
      if (doses.get(i).day().isBefore(doses.get(i - 1).day())) {
        return doses.stream().sorted(Comparator.comparing(DoseDay::day)).toList();
      }
    }
    return List.copyOf(doses);
  }

  /**
   * One day's doses, from one place in the list to another. An addition is added to what was really
   * taken; a replacement adds nothing.
   */
  private void cover(List<DoseDay> sorted, int from, int to) {
    LocalDate day = sorted.get(from).day();
    boolean any = false;
    boolean added = false;
    for (int i = from; i < to; i++) {
      boolean covers = sorted.get(i).covers();
      any |= covers;
      added |= covers && sorted.get(i).place() == DoseDay.Place.ADDITION;
    }
    if (!any || !day.isBefore(today)) {
      return;
    }
    Mass total = Mass.ZERO;
    for (int i = from; i < to; i++) {
      DoseDay dose = sorted.get(i);
      if ((added || dose.covers()) && dose.place() != DoseDay.Place.REPLACEMENT) {
        total = total.plus(added ? dose.taken() : dose.dose());
      }
    }
    covered.add(new Covered(day, total));
  }

  List<DoseDay> ofToday() {
    return doses.stream().filter(d -> d.day().equals(today)).toList();
  }

  Optional<LocalDate> lastCovered() {
    return covered.isEmpty() ? Optional.empty() : Optional.of(covered.getLast().day());
  }

  /** Drug taken on the last covered day. */
  Optional<Mass> lastTaken() {
    return covered.isEmpty() ? Optional.empty() : Optional.of(covered.getLast().taken());
  }

  /** Consecutive days without a dose up to yesterday; empty when no dose is known at all. */
  Optional<Integer> missed() {
    return lastCovered().map(last -> Math.toIntExact(today.toEpochDay() - last.toEpochDay() - 1));
  }

  /** Missed days on which the clinic was closed: missed for tolerance, and nobody's fault. */
  long closedAmongMissed(Set<LocalDate> closed) {
    return lastCovered()
        .map(l -> closed.stream().filter(d -> d.isAfter(l) && d.isBefore(today)).count())
        .orElse(0L);
  }

  /** How many days had been missed on the morning of {@code day}; empty when it was not yet so. */
  Optional<Integer> missedBy(LocalDate day) {
    // An order signed later than this day was signed knowing no more than this day knows.
    LocalDate by = day.isAfter(today) ? today : day;
    return lastCovered()
        .filter(by::isAfter)
        .map(last -> Math.toIntExact(by.toEpochDay() - last.toEpochDay() - 1));
  }

  /**
   * Whether of a dose after the last covered day nobody knows whether it was taken, and it is of
   * {@code signed} or later: no doctor has signed knowing of it.
   */
  boolean inDoubtSince(LocalDate signed) {
    return doses.stream()
        .filter(d -> !d.confirmed() && d.day().isBefore(today))
        .filter(d -> lastCovered().map(d.day()::isAfter).orElse(true))
        .anyMatch(d -> !d.day().isBefore(signed));
  }

  /** Whether a dose of the last covered day, or one after it, was vomited. */
  boolean vomitedSince(LocalDate lastCovered) {
    return doses.stream()
        .filter(d -> d.vomited() && d.day().isBefore(today))
        .anyMatch(d -> !d.day().isBefore(lastCovered));
  }

  /** The last day before today on which the dose was higher than on the covered day before it. */
  Optional<LocalDate> lastRise() {
    LocalDate rise = null;
    Mass before = null;
    for (Covered one : covered) {
      rise = before != null && one.taken().isMoreThan(before) ? one.day() : rise;
      before = one.taken();
    }
    return Optional.ofNullable(rise);
  }

  /** The lowest dose taken on the seven days before today. */
  Optional<Mass> lowestOfWeek() {
    LocalDate from = today.minusDays(7);
    return covered.stream()
        .filter(one -> !one.day().isBefore(from))
        .map(Covered::taken)
        .min(Comparator.naturalOrder());
  }

  /** First day of the doses since the last absence of {@code gap} days or more. */
  Optional<LocalDate> began(Optional<Integer> gap) {
    LocalDate first = null;
    LocalDate before = null;
    for (Covered one : covered) {
      LocalDate day = one.day();
      long missed = before == null ? 0 : day.toEpochDay() - before.toEpochDay() - 1;
      boolean anew = before == null || gap.map(g -> missed >= g).orElse(false);
      first = anew ? day : first;
      before = day;
    }
    return Optional.ofNullable(first);
  }

  /** The dose of the last days that was swallowed last, of those whose time is known. */
  Optional<DoseDay> lastWithTime() {
    DoseDay last = null;
    for (DoseDay dose : timed) {
      boolean later = last == null || time(dose).isAfter(time(last));
      last = later ? dose : last;
    }
    return Optional.ofNullable(last);
  }

  /** Drug of the last days swallowed after {@code moment}, as far as times are known. */
  Mass swallowedAfter(Instant moment) {
    Mass sum = Mass.ZERO;
    for (DoseDay dose : timed) {
      sum = time(dose).isAfter(moment) ? sum.plus(dose.dose()) : sum;
    }
    return sum;
  }

  private static Instant time(DoseDay dose) {
    return dose.at().orElseThrow();
  }
}
