package clinic.mmt.dispenser.domain.takehome;

import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.profile.TakeHomeValues;
import clinic.mmt.dispenser.domain.takehome.Criterion.Truth;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the ledger knows of the criteria of an approval. */
final class CriteriaRules {

  private final LocalDate today;
  private final TakeHomeRules.Known known;
  private final TreeMap<LocalDate, Mass> covered = new TreeMap<>();

  CriteriaRules(LocalDate today, TakeHomeRules.Known known) {
    this.today = today;
    this.known = known;
    List<DoseDay> doses =
        known.doses().stream().filter(d -> d.covers() && !d.day().isAfter(today)).toList();
    // What a doctor added on one day says nothing about the dose of the day.
    doses.stream()
        .filter(d -> d.place() == DoseDay.Place.OF_THE_DAY)
        .forEach(d -> covered.merge(d.day(), d.dose(), Mass::plus));
    doses.forEach(d -> covered.putIfAbsent(d.day(), d.dose()));
  }

  Truth truth(Criterion criterion, TakeHomeValues.Criteria values) {
    return switch (criterion) {
      case TREATMENT -> treatment(values.treatment());
      case NO_DAY_MISSED -> unmissed(values.unmissed());
      case SAME_DOSE -> sameDose(values.sameDose());
      case SAFE_STORAGE, URINE_NEGATIVE, NO_EXCLUSION -> Truth.UNKNOWN;
    };
  }

  private Truth treatment(int days) {
    if (days == 0) {
      return Truth.TRUE;
    }
    if (!known.maintenance() || beganAnew(today.minusDays(days))) {
      return Truth.FALSE;
    }
    return reaches(today.minusDays(days));
  }

  /** Whether an absence since {@code from} was so long that treatment began again. */
  private boolean beganAnew(LocalDate from) {
    if (known.beginsAgainFrom().isEmpty()) {
      return false;
    }
    LocalDate before = covered.floorKey(from);
    for (LocalDate day : covered.tailMap(from, false).keySet()) {
      if (before != null && missed(before, day) >= known.beginsAgainFrom().get()) {
        return true;
      }
      before = day;
    }
    return false;
  }

  private static long missed(LocalDate before, LocalDate day) {
    return day.toEpochDay() - before.toEpochDay() - 1;
  }

  private Truth unmissed(int days) {
    LocalDate from = today.minusDays(days);
    Optional<LocalDate> first = first();
    for (LocalDate day = from; day.isBefore(today); day = day.plusDays(1)) {
      boolean known = first.isPresent() && !day.isBefore(first.get());
      if (known && !covered.containsKey(day)) {
        return Truth.FALSE;
      }
    }
    return days == 0 ? Truth.TRUE : reaches(from);
  }

  private Truth sameDose(int days) {
    LocalDate from = today.minusDays(days);
    boolean another =
        covered.subMap(from, true, today, false).values().stream()
            .anyMatch(taken -> !taken.equals(known.dose()));
    if (another) {
      return Truth.FALSE;
    }
    return days == 0 ? Truth.TRUE : reaches(from);
  }

  private Truth reaches(LocalDate from) {
    return first().map(first -> !first.isAfter(from)).orElse(false) ? Truth.TRUE : Truth.UNKNOWN;
  }

  private Optional<LocalDate> first() {
    return Optional.ofNullable(covered.firstEntry()).map(Map.Entry::getKey);
  }
}
