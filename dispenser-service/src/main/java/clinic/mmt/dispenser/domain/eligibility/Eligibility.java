package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.eligibility.Verdict.Decision;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.quantity.Mass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may drink what today, and why: one pure function of what is known and of the profile's rules.
 * Every answer has reasons, and every reason that stops somebody names who lifts it.
 */
public final class Eligibility {

  private final TreatmentRules rules;
  private final DayRules day;
  private final AbsenceRules absence;
  private final AmountRules amount;

  /** With the rule values of a profile. */
  public Eligibility(TreatmentRules rules) {
    this.rules = rules;
    this.day = new DayRules(rules);
    this.absence = new AbsenceRules(rules);
    this.amount = new AmountRules(rules);
  }

  /** Decides about the dose of the day; of a split one about its first part. */
  public Verdict decide(PatientDay patientDay) {
    return first(patientDay, whole(patientDay));
  }

  /**
   * Decides about the later part of a split dose, some hours after the first: never more
   * than is left of the day, and a missed part is not made good.
   */
  public Verdict decideLater(PatientDay patientDay) {
    Verdict whole = whole(patientDay.withoutToday());
    History history = new History(patientDay.today(), patientDay.doses());
    List<Finding> found = new ArrayList<>();
    if (history.ofToday().stream().anyMatch(dose -> !dose.confirmed())) {
      found.add(Finding.of(ReasonCode.DOSE_IN_DOUBT));
    }
    amount.laterPart(patientDay, history, found);
    release(patientDay, found);
    Mass taken = history.ofToday().stream().map(DoseDay::taken).reduce(Mass.ZERO, Mass::plus);
    Mass left = whole.dose().minus(taken).orMore(Mass.ZERO);
    Mass later = patientDay.course().later().orElse(Mass.ZERO).orLess(left);
    List<Reason> reasons =
        Stream.concat(found.stream().map(Finding::reason), whole.reasons().stream())
            .sorted(Comparator.comparing(r -> r.code().weight(), Comparator.reverseOrder()))
            .toList();
    return switch (reasons.getFirst().code().weight()) {
      case INFORMS -> new Verdict(Decision.DISPENSE, later, Mass.ZERO, reasons);
      case NEEDS_DOCTOR -> new Verdict(Decision.NEEDS_DOCTOR, Mass.ZERO, later, reasons);
      case REFUSES -> new Verdict(Decision.REFUSE, Mass.ZERO, Mass.ZERO, reasons);
    };
  }

  /** What of a day's dose is poured first; what the rules took off it, they took off this part. */
  private static Verdict first(PatientDay patientDay, Verdict whole) {
    Optional<Mass> later = patientDay.course().later();
    if (later.isEmpty() || whole.decision() != Decision.DISPENSE) {
      return whole;
    }
    Mass first = patientDay.course().firstOf(whole.dose()).orMore(Mass.ZERO);
    List<Reason> reasons = new ArrayList<>(whole.reasons());
    reasons.add(
        Reason.of(
            ReasonCode.SPLIT_DOSE,
            AmountRules.milligrams(first),
            AmountRules.milligrams(later.get().orLess(whole.dose()))));
    return new Verdict(whole.decision(), first, Mass.ZERO, reasons);
  }

  private Verdict whole(PatientDay patientDay) {
    History history = new History(patientDay.today(), patientDay.doses());
    List<Finding> found = new ArrayList<>();
    found.addAll(day.look(patientDay, history));
    found.addAll(absence.look(patientDay, history));
    found.addAll(amount.look(patientDay, history, absence.beginsAgain(patientDay, history)));
    release(patientDay, found);
    if (found.stream().allMatch(f -> f.reason().code().weight() == Weight.INFORMS)) {
      found.add(Finding.of(ReasonCode.ENTITLED));
    }
    sort(found);
    Mass asked = patientDay.course().dose();
    Mass allowed =
        Stream.concat(Stream.of(asked), found.stream().flatMap(f -> f.atMost().stream()))
            .reduce(asked, Mass::orLess);
    return verdict(found, allowed.isLessThan(asked) ? rounded(allowed) : asked);
  }

  /**
   * How many days somebody has missed who is on the counsellor's list for it; empty for
   * everybody else.
   */
  public Optional<Integer> toFollowUp(PatientDay patientDay) {
    return new History(patientDay.today(), patientDay.doses())
        .missed()
        .filter(missed -> !patientDay.marks().left() && patientDay.marks().where().isHere())
        .filter(missed -> missed >= rules.followUp().of(patientDay.course().stage()));
  }

  /**
   * The same of somebody whose order ran out while away.
   *
   * @param stage of the last order; without one as if it had been stable
   */
  public boolean toFollowUp(Absence away, Optional<Stage> stage) {
    return away.missed() >= rules.followUp().of(stage.orElse(Stage.MAINTENANCE));
  }

  /**
   * Decides about a second dose of today that a doctor ordered: everything that stops somebody from
   * being dosed at all, but for today's first dose. The amount was judged when it was ordered.
   */
  public Verdict decideAdded(PatientDay patientDay, Mass dose) {
    PatientDay asked = patientDay.withoutToday();
    List<Finding> found =
        new ArrayList<>(day.look(asked, new History(asked.today(), asked.doses())));
    release(patientDay, found);
    found.add(Finding.of(ReasonCode.ADDED_BY_DOCTOR));
    sort(found);
    return verdict(found, dose);
  }

  /**
   * Whether the dose of this day is the first of an episode, or after so long that it counts so.
   */
  public boolean isFirst(PatientDay patientDay) {
    PatientDay asked = patientDay.withoutToday();
    History history = new History(asked.today(), asked.doses());
    return history.lastTaken().isEmpty() || absence.beginsAgain(asked, history);
  }

  /** Days since the first dose of the episode, 0 when there was none before today. */
  public int daysOfEpisode(PatientDay patientDay) {
    return new History(patientDay.today(), patientDay.doses())
        .began(rules.missed().beginsAgainFrom())
        .map(day -> Math.toIntExact(patientDay.today().toEpochDay() - day.toEpochDay()))
        .orElse(0);
  }

  /** A stable sort: within one weight the order of the rules stays. */
  private static void sort(List<Finding> found) {
    found.sort(
        Comparator.comparing((Finding f) -> f.reason().code().weight(), Comparator.reverseOrder()));
  }

  /** What a doctor released for today is told and stops nothing; amounts need a new order. */
  private static void release(PatientDay patientDay, List<Finding> found) {
    List<Finding> released =
        found.stream()
            .filter(f -> patientDay.released().contains(f.reason().code()))
            .filter(f -> f.reason().code().releasable())
            .toList();
    found.removeAll(released);
    if (!released.isEmpty()) {
      found.add(Finding.of(ReasonCode.RELEASED));
    }
  }

  private static Verdict verdict(List<Finding> found, Mass amount) {
    List<Reason> reasons = found.stream().map(Finding::reason).toList();
    return switch (reasons.getFirst().code().weight()) {
      case INFORMS -> new Verdict(Decision.DISPENSE, amount, Mass.ZERO, reasons);
      case NEEDS_DOCTOR -> new Verdict(Decision.NEEDS_DOCTOR, Mass.ZERO, amount, reasons);
      case REFUSES -> new Verdict(Decision.REFUSE, Mass.ZERO, Mass.ZERO, reasons);
    };
  }

  /** What is less than ordered is rounded down to a dose that can be ordered. */
  private Mass rounded(Mass amount) {
    long step = rules.resolution().micrograms();
    return new Mass(amount.micrograms() / step * step);
  }
}
