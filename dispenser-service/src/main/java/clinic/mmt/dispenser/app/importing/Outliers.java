package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OrderRules;
import clinic.mmt.dispenser.domain.eligibility.Reason;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.importing.OutlierRules;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.profile.MissedDaysRow.Action;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is odd in a file and is read before anything else (R-129, H103). Pure. */
public final class Outliers {

  private final TreatmentRules rules;
  private final OutlierRules limits;
  private final OrderRules orders;
  private final LocalDate today;

  /** With the values of a profile, on a clinic day. */
  public Outliers(TreatmentRules rules, OutlierRules limits, LocalDate today) {
    this.rules = rules;
    this.limits = limits;
    this.orders = new OrderRules(rules);
    this.today = today;
  }

  /**
   * What is odd about each row, in the order of the oddities; rows without any have an empty list.
   *
   * @param inCare who is in care here already
   */
  public Map<ImportRow, List<Oddity>> of(List<ImportRow> rows, List<Person> inCare) {
    Map<String, Integer> people = new HashMap<>();
    Stream.concat(rows.stream().map(ImportRow::person), inCare.stream())
        .forEach(person -> people.merge(Names.key(person), 1, Integer::sum));
    InFile inFile = new InFile(rows, limits);
    Map<ImportRow, List<Oddity>> found = new HashMap<>();
    for (ImportRow row : rows) {
      Set<Oddity> odd = EnumSet.noneOf(Oddity.class);
      aboveLimits(row, odd);
      againstLast(row, odd);
      lastDose(row, odd);
      days(row, odd);
      person(row, odd);
      inFile.look(row, odd);
      if (people.getOrDefault(Names.key(row.person()), 0) > 1) {
        odd.add(Oddity.SAME_PERSON);
      }
      found.put(row, List.copyOf(odd));
    }
    return found;
  }

  /** The limits of treatment on the first day on which it could be poured here. */
  private void aboveLimits(ImportRow row, Set<Oddity> odd) {
    LocalDate day = firstPour(row);
    if (day.isAfter(row.order().days().last())) {
      return;
    }
    Prescription oneDay =
        new Prescription(
            new PrescriptionId("imported"),
            new PatientId("imported"),
            row.order().stage(),
            List.of(new DoseStep(day, row.order().dose())),
            day,
            day,
            new Prescription.SignedBy(new StaffId("nobody"), row.knownUntil(), false));
    List<DoseDay> known = row.lastDose().stream().map(ImportRow.LastDose::asDay).toList();
    orders.look(oneDay, known, row.lastDose().map(ImportRow.LastDose::dose)).second().stream()
        .flatMap(reason -> above(reason).stream())
        .forEach(odd::add);
  }

  private LocalDate firstPour(ImportRow row) {
    return Stream.of(
            Optional.of(row.order().days().first()),
            Optional.of(today),
            row.lastDose().map(last -> last.day().plusDays(1)))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(today);
  }

  private static Optional<Oddity> above(Reason reason) {
    return switch (reason.code()) {
      case OVER_CEILING -> Optional.of(Oddity.OVER_CEILING);
      case FIRST_DOSE_HIGH -> Optional.of(Oddity.FIRST_DOSE_HIGH);
      case STEP_HIGH, WEEK_HIGH, RISE_SOON -> Optional.of(Oddity.RISE_HIGH);
      case FAR_FROM_LAST -> Optional.of(Oddity.FAR_FROM_LAST);
      default -> Optional.empty();
    };
  }

  private void againstLast(ImportRow row, Set<Oddity> odd) {
    if (row.lastDose().isEmpty()) {
      return;
    }
    long last = row.lastDose().get().dose().micrograms();
    long dose = row.order().dose().micrograms();
    if (dose >= limits.tenfoldFrom() * last || limits.tenfoldFrom() * dose <= last) {
      odd.add(Oddity.TENFOLD);
    } else if (dose >= 2 * last || 2 * dose <= last) {
      // Also where an absence asks for less: that is a doctor's decision, not a file's.
      odd.add(Oddity.FAR_FROM_LAST);
    } else if (dose != last && row.order().stage() == Stage.MAINTENANCE) {
      odd.add(Oddity.DIFFERS_FROM_LAST);
    }
  }

  private void lastDose(ImportRow row, Set<Oddity> odd) {
    if (row.lastDose().isEmpty()) {
      odd.add(Oddity.NO_LAST_DOSE);
      return;
    }
    ImportRow.LastDose last = row.lastDose().get();
    if (!last.confirmation().confirmed()) {
      odd.add(Oddity.UNCONFIRMED);
    }
    long missed = today.toEpochDay() - last.day().toEpochDay() - 1;
    if (missed > 0 && !(rules.missed().after(Math.toIntExact(missed)) instanceof Action.Full)) {
      odd.add(Oddity.LAST_DOSE_LONG_AGO);
    }
  }

  private void days(ImportRow row, Set<Oddity> odd) {
    Prescription.Days days = row.order().days();
    if (days.last().isBefore(today)) {
      odd.add(Oddity.OVER);
    } else if (days.last().isBefore(today.plusDays(limits.endsWithinDays()))) {
      odd.add(Oddity.ENDS_SOON);
    }
    if (days.first().isAfter(today)) {
      odd.add(Oddity.BEGINS_LATER);
    }
    LocalDate admitted = row.record().admittedOn();
    if (admitted.isAfter(days.first())
        || row.lastDose().map(last -> admitted.isAfter(last.day())).orElse(false)) {
      odd.add(Oddity.DATES_LOOK_SWAPPED);
    }
    long count = days.last().toEpochDay() - days.first().toEpochDay() + 1;
    if (row.order().dose().equals(Mass.ofMilligrams(count))) {
      odd.add(Oddity.DOSE_LIKE_DAYS);
    }
  }

  private void person(ImportRow row, Set<Oddity> odd) {
    int years = today.getYear() - row.person().birthYear();
    if (years - 1 < rules.ages().adult()) {
      odd.add(Oddity.MINOR);
    }
    if (years > limits.oldest()) {
      odd.add(Oddity.OLD);
    }
    if (row.traits().pregnant()) {
      odd.add(Oddity.PREGNANT);
    }
    if (Names.lookSwapped(row.person())) {
      odd.add(Oddity.NAMES_LOOK_SWAPPED);
    }
    if (Names.haveOddLetters(row.person())) {
      odd.add(Oddity.ODD_LETTERS);
    }
  }

  /** Where a dose stands among those of the file. */
  private static final class InFile {

    private final Optional<Mass> high;
    private final Optional<Mass> low;

    InFile(List<ImportRow> rows, OutlierRules limits) {
      List<Mass> sorted = rows.stream().map(row -> row.order().dose()).sorted().toList();
      boolean enough = sorted.size() >= Math.max(1, limits.fromLines());
      int at = sorted.size() - 1 - sorted.size() * limits.highestPermille() / 1000;
      this.high = enough ? Optional.of(sorted.get(Math.max(0, at))) : Optional.empty();
      this.low =
          enough
              ? Optional.of(sorted.get(sorted.size() / 2).permille(limits.lowPermille()))
              : Optional.empty();
    }

    void look(ImportRow row, Set<Oddity> odd) {
      Mass dose = row.order().dose();
      if (high.map(dose::isMoreThan).orElse(false)) {
        odd.add(Oddity.HIGH_IN_FILE);
      }
      if (row.order().stage() == Stage.MAINTENANCE && low.map(dose::isLessThan).orElse(false)) {
        odd.add(Oddity.LOW_IN_FILE);
      }
    }
  }
}
