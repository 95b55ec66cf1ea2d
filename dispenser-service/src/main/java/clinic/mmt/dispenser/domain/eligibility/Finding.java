package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.quantity.Mass;
import java.util.Optional;

/**
 * What one rule found.
 *
 * @param reason why
 * @param atMost the rule lets no more than this through, or proposes no more
 */
record Finding(Reason reason, Optional<Mass> atMost) {

  static Finding of(ReasonCode code, Object... figures) {
    return new Finding(Reason.of(code, figures), Optional.empty());
  }

  Finding atMost(Mass most) {
    return new Finding(reason, Optional.of(most));
  }
}
