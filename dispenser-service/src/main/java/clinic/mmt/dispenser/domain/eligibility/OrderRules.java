package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a prescription means day by day before it is signed, and what of it needs a second signature
 * or can't be signed. Pure.
 */
public final class OrderRules {

  private final TreatmentRules rules;
  private final AmountRules amount;
  private final AbsenceRules absence;

  /** With the rule values of a profile. */
  public OrderRules(TreatmentRules rules) {
    this.rules = rules;
    this.amount = new AmountRules(rules);
    this.absence = new AbsenceRules(rules);
  }

  /**
   * One day of a prescription as it is meant to be.
   *
   * @param day clinic day
   * @param dose ordered
   * @param reasons limits that it is above, when every dose before is taken
   */
  public record PlannedDay(LocalDate day, Mass dose, List<Reason> reasons) {

    /** Copies the list. */
    public PlannedDay {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A prescription looked at.
   *
   * @param days one by one
   * @param faults why it can't be signed as it is; empty: it can
   * @param second why a second person has to sign; empty: nobody has to
   */
  public record Looked(List<PlannedDay> days, List<Reason> faults, List<Reason> second) {

    /** Copies the lists. */
    public Looked {
      days = List.copyOf(days);
      faults = List.copyOf(faults);
      second = List.copyOf(second);
    }
  }

  /**
   * Looks at {@code order}.
   *
   * @param doses what is known of earlier doses
   * @param stable the dose prescribed last, with which a slip of ten is found
   */
  public Looked look(Prescription order, List<DoseDay> doses, Optional<Mass> stable) {
    List<PlannedDay> days = days(order, doses);
    List<Reason> second = new ArrayList<>();
    days.forEach(
        day ->
            day.reasons().stream()
                .filter(reason -> second.stream().noneMatch(s -> s.code() == reason.code()))
                .forEach(second::add));
    stable
        .filter(
            last ->
                order.steps().stream().anyMatch(step -> twice(step.dose(), last))
                    || (!absence.changesTheAmount(asked(order, order.firstDay(), doses))
                        && order.steps().stream().anyMatch(step -> half(step.dose(), last))))
        .ifPresent(
            last -> second.add(Reason.of(ReasonCode.FAR_FROM_LAST, AmountRules.milligrams(last))));
    return new Looked(days, faults(order), second);
  }

  private List<Reason> faults(Prescription order) {
    List<Reason> faults = new ArrayList<>();
    long days = order.lastDay().toEpochDay() - order.firstDay().toEpochDay() + 1;
    rules
        .lengths()
        .of(order.stage())
        .filter(most -> days > most)
        .ifPresent(most -> faults.add(Reason.of(ReasonCode.PRESCRIPTION_TOO_LONG, days, most)));
    long step = rules.resolution().micrograms();
    if (order.steps().stream()
        .flatMap(OrderRules::parts)
        .anyMatch(d -> d.micrograms() % step != 0)) {
      faults.add(Reason.of(ReasonCode.NOT_A_DOSE, AmountRules.milligrams(rules.resolution())));
    }
    return faults;
  }

  private static Stream<Mass> parts(DoseStep step) {
    return Stream.concat(Stream.of(step.dose()), step.later().stream());
  }

  /** Twice as much as before: a slip, or a decision that two persons make. */
  private static boolean twice(Mass dose, Mass last) {
    return dose.micrograms() >= 2 * last.micrograms();
  }

  /** Half as much: the same, unless an absence asks for less. */
  private static boolean half(Mass dose, Mass last) {
    return 2 * dose.micrograms() <= last.micrograms();
  }

  /** Every day with the limits it is above, as if every dose before were taken. */
  private List<PlannedDay> days(Prescription order, List<DoseDay> known) {
    List<DoseDay> doses = new ArrayList<>(known);
    List<PlannedDay> days = new ArrayList<>();
    for (LocalDate day = order.firstDay(); !day.isAfter(order.lastDay()); day = day.plusDays(1)) {
      Mass dose = order.doseOn(day);
      PatientDay asked = asked(order, day, doses);
      History history = new History(day, doses);
      List<Reason> above =
          amount.look(asked, history, absence.beginsAgain(asked, history)).stream()
              .map(Finding::reason)
              .filter(reason -> reason.code().weight() != Weight.INFORMS)
              .toList();
      days.add(new PlannedDay(day, dose, above));
      doses.add(DoseDay.of(day, dose, DoseDay.Kind.OBSERVED, true));
    }
    return days;
  }

  private static PatientDay asked(Prescription order, LocalDate day, List<DoseDay> doses) {
    return new PatientDay(
        day,
        Optional.empty(),
        Optional.empty(),
        new Course(
            order.stage(),
            order.doseOn(day),
            order.laterOn(day),
            order.firstDay(),
            order.lastDay(),
            order.signature().day(),
            order.signature().reasoned(),
            false),
        doses,
        true,
        List.of(),
        Set.of(),
        new PatientDay.Traits(Optional.empty(), true, false),
        Set.of(),
        PatientDay.Marks.NONE,
        List.of());
  }
}
