package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.quantity.Mass;
import java.util.Optional;

/** Less than was ordered, by the patient's wish. Pure. */
public final class LessRules {

  private final TreatmentRules rules;

  /** With the rule values of a profile. */
  public LessRules(TreatmentRules rules) {
    this.rules = rules;
  }

  /**
   * Why it can't be; empty: it can.
   *
   * @param ordered what was ordered
   * @param wished what the patient wants of it
   * @param secondDose whether this is a second dose of the day: it is taken or left as it is
   *     ordered
   * @param lessBefore whether the dose before was less by wish too
   */
  public Optional<Reason> look(Mass ordered, Mass wished, boolean secondDose, boolean lessBefore) {
    boolean whole = wished.micrograms() % rules.resolution().micrograms() == 0;
    if (!whole || wished.equals(Mass.ZERO)) {
      return Optional.of(
          Reason.of(ReasonCode.NOT_A_DOSE, AmountRules.milligrams(rules.resolution())));
    }
    if (secondDose || !wished.isLessThan(ordered)) {
      return Optional.of(Reason.of(ReasonCode.NOT_LESS, AmountRules.milligrams(ordered)));
    }
    return lessBefore ? Optional.of(Reason.of(ReasonCode.LESS_TWICE)) : Optional.empty();
  }
}
