package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.profile.VomitTable;
import clinic.mmt.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much a doctor may order as a second dose of a day: what replaces a vomited one, what is
 * missing of one, or a supplement. Pure.
 */
public final class AddedDoseRules {

  private final TreatmentRules rules;

  /** With the rule values of a profile. */
  public AddedDoseRules(TreatmentRules rules) {
    this.rules = rules;
  }

  /**
   * The dose that a second one is for.
   *
   * @param phase how it ended
   * @param ordered what was poured for
   * @param learnt what was learnt of it
   */
  public record First(Phase phase, Mass ordered, Learnt learnt) {}

  /**
   * The day it is ordered on.
   *
   * @param pregnant flagged by a doctor
   * @param firstDay whether it is the first day of an episode
   * @param due what the prescription says for this part of the day
   * @param taken what was taken on this day so far, vomited or not
   */
  public record Day(boolean pregnant, boolean firstDay, Mass due, Mass taken) {}

  /**
   * What was found.
   *
   * @param faults why it can't be ordered; empty: it can
   * @param second why a second person has to sign; empty: nobody has to
   */
  public record Looked(List<Reason> faults, List<Reason> second) {

    /** Copies the lists. */
    public Looked {
      faults = List.copyOf(faults);
      second = List.copyOf(second);
    }
  }

  /** Looks at a second dose of {@code kind} and {@code dose} after {@code first}. */
  public Looked look(AddedDose.Kind kind, Mass dose, First first, Day day) {
    List<Reason> faults = new ArrayList<>();
    if (dose.micrograms() % rules.resolution().micrograms() != 0) {
      faults.add(Reason.of(ReasonCode.NOT_A_DOSE, AmountRules.milligrams(rules.resolution())));
    }
    Optional<Reason> no =
        switch (kind) {
          case REPLACEMENT -> replacement(dose, first, day);
          case MISSING_PART -> missing(dose, first, day);
          case SUPPLEMENT -> supplement(first);
        };
    no.ifPresent(faults::add);
    return new Looked(faults, limits(kind, dose, day));
  }

  /** The most that the table lets replace of a dose, rounded down; nothing when it was not seen. */
  public Mass replaceable(First first, boolean pregnant) {
    VomitTable table =
        pregnant ? rules.secondDoses().vomitedInPregnancy() : rules.secondDoses().vomited();
    return first
        .learnt()
        .vomit()
        .filter(Learnt.Vomit::witnessed)
        .map(vomit -> part(first.ordered(), table.permilleAfter(vomit.minutes())))
        .orElse(Mass.ZERO);
  }

  /**
   * What is missing of a dose, rounded down: the part that was not swallowed, or what was given too
   * little by mistake. Nothing when nobody knows how much was taken, or the patient wished so.
   */
  public Mass missing(First first, Mass due) {
    return switch (first.phase()) {
      case PARTLY_TAKEN, SPILLED ->
          first
              .learnt()
              .permille()
              .map(taken -> part(first.ordered(), 1000 - taken))
              .orElse(Mass.ZERO);
      case CONSUMED ->
          first
              .learnt()
              .wrong()
              .filter(wrong -> wrong == Learnt.Wrong.LESS)
              .map(wrong -> rounded(due.minus(first.ordered()).orMore(Mass.ZERO)))
              .orElse(Mass.ZERO);
      case REVIEWING,
          REFERRED,
          WAITING,
          LEFT_BEFORE_POUR,
          ARMED,
          VOIDED,
          STARTING,
          POURING,
          STOPPED,
          SETTLING,
          TOP_UP,
          DISCREPANCY,
          MEASURED,
          HELD,
          HANDED_OVER,
          REFUSED,
          TAKEN_AWAY,
          UNCERTAIN,
          DISCARDED,
          OUTCOME_UNKNOWN ->
          Mass.ZERO;
    };
  }

  private Optional<Reason> replacement(Mass dose, First first, Day day) {
    Optional<Learnt.Vomit> vomit = first.learnt().vomit();
    if (first.phase() != Phase.CONSUMED || !vomit.map(Learnt.Vomit::witnessed).orElse(false)) {
      return Optional.of(Reason.of(ReasonCode.VOMIT_NOT_SEEN));
    }
    Mass most = replaceable(first, day.pregnant());
    if (most.equals(Mass.ZERO)) {
      return Optional.of(Reason.of(ReasonCode.VOMIT_TOO_LATE, vomit.get().minutes()));
    }
    return dose.isMoreThan(most)
        ? Optional.of(Reason.of(ReasonCode.REPLACEMENT_HIGH, AmountRules.milligrams(most)))
        : Optional.empty();
  }

  private Optional<Reason> missing(Mass dose, First first, Day day) {
    Mass most = missing(first, day.due());
    if (most.equals(Mass.ZERO)) {
      return Optional.of(Reason.of(ReasonCode.NOTHING_MISSING));
    }
    return dose.isMoreThan(most)
        ? Optional.of(Reason.of(ReasonCode.MISSING_PART_HIGH, AmountRules.milligrams(most)))
        : Optional.empty();
  }

  /** In doubt nothing is added: the dose may have been taken whole, or not at all. */
  private static Optional<Reason> supplement(First first) {
    return first.phase() == Phase.CONSUMED
        ? Optional.empty()
        : Optional.of(Reason.of(ReasonCode.DOSE_IN_DOUBT));
  }

  /** What is more than the limits in all; a replacement counts, whatever came up again. */
  private List<Reason> limits(AddedDose.Kind kind, Mass dose, Day day) {
    List<Reason> second = new ArrayList<>();
    Mass total = day.taken().plus(dose);
    if (day.firstDay() && total.isMoreThan(rules.firstDay())) {
      second.add(Reason.of(ReasonCode.FIRST_DAY_HIGH, AmountRules.milligrams(rules.firstDay())));
    }
    rules
        .ceiling()
        .filter(total::isMoreThan)
        .ifPresent(
            most -> second.add(Reason.of(ReasonCode.ROLLING_HIGH, AmountRules.milligrams(most))));
    boolean step =
        kind == AddedDose.Kind.SUPPLEMENT
            && rules.rises().early().step().map(dose::isMoreThan).orElse(false);
    if (step) {
      Mass most = rules.rises().early().step().orElseThrow();
      second.add(Reason.of(ReasonCode.STEP_HIGH, AmountRules.milligrams(most)));
    }
    return second;
  }

  private Mass part(Mass dose, int permille) {
    return rounded(new Mass(dose.micrograms() * permille / 1000));
  }

  private Mass rounded(Mass mass) {
    long step = rules.resolution().micrograms();
    return new Mass(mass.micrograms() / step * step);
  }
}
