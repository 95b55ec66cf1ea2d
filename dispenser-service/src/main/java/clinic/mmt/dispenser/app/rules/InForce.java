package clinic.mmt.dispenser.app.rules;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.domain.dispense.DoseMachine;
import clinic.mmt.dispenser.domain.eligibility.Eligibility;
import clinic.mmt.dispenser.domain.eligibility.OrderRules;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import java.util.stream.Collectors;

/** One version of the rule values, with what decides by them. */
public final class InForce {

  private static final int SHORT = 8;

  private final RuleProfile profile;
  private final Profile counter;
  private final Eligibility eligibility;
  private final OrderRules orders;
  private final DoseMachine machine;

  /**
   * Of a profile that doses.
   *
   * @throws IllegalArgumentException for one that is for comparison only
   */
  InForce(RuleProfile profile) {
    this.profile = profile;
    this.counter =
        profile
            .counter()
            .orElseThrow(() -> new IllegalArgumentException("nobody is dosed by this profile"));
    this.eligibility = new Eligibility(profile.rules());
    this.orders = new OrderRules(profile.rules());
    this.machine = new DoseMachine(counter);
  }

  /** All values, for people. */
  public RuleProfile profile() {
    return profile;
  }

  /** Values of treatment. */
  public TreatmentRules treatment() {
    return profile.rules();
  }

  /** Values of the counter. */
  public Profile counter() {
    return counter;
  }

  /** Who may drink what. */
  public Eligibility eligibility() {
    return eligibility;
  }

  /** What an order means before it is signed. */
  public OrderRules orders() {
    return orders;
  }

  /** What becomes of a dose. */
  public DoseMachine machine() {
    return machine;
  }

  /** Name of the profile and the beginning of a hash over all its values. */
  public String version() {
    String all =
        profile.values().stream()
            .map(value -> value.key() + "=" + value.text())
            .collect(Collectors.joining("\n"));
    return profile.name() + "-" + Digests.sha256(all).substring(0, SHORT);
  }
}
