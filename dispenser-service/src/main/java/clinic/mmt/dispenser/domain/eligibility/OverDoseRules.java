package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.util.Optional;

/** For how long somebody is watched who was given more than was meant. Pure. */
public final class OverDoseRules {

  private final TreatmentRules rules;

  /** With the rule values of a profile. */
  public OverDoseRules(TreatmentRules rules) {
    this.rules = rules;
  }

  /**
   * How long to watch; empty: the patient is told the signs and where to go, and the prescriber is
   * told.
   *
   * @param given what was given
   * @param meant what should have been
   * @param days since the first dose of the episode, 0 on its day
   */
  public Optional<Duration> watch(Mass given, Mass meant, int days) {
    TreatmentRules.OverDose over = rules.secondDoses().overDose();
    if (!given.isMoreThan(meant)) {
      return Optional.empty();
    }
    boolean isNew = days < rules.rises().earlyDays();
    boolean settled = meant.isMoreThan(over.settledDose()) && days >= over.settledDays();
    long excess = given.micrograms() - meant.micrograms();
    boolean small = excess * 1000 <= meant.micrograms() * over.smallPermille();
    boolean doubled = given.micrograms() <= 2 * meant.micrograms();
    boolean watched = isNew || (settled ? !doubled : !small);
    return watched ? Optional.of(over.watched()) : Optional.empty();
  }
}
