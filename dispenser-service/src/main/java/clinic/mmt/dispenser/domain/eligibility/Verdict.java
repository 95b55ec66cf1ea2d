package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.quantity.Mass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The answer: what may be poured now, or why not and who lifts it.
 *
 * @param decision the heaviest of the reasons
 * @param dose what may be poured now; nothing unless the decision is {@link Decision#DISPENSE}
 * @param proposed what a doctor may sign as a new order; nothing unless a doctor is needed, and
 *     nothing when no amount is proposed
 * @param reasons heaviest first, never empty
 */
public record Verdict(Decision decision, Mass dose, Mass proposed, List<Reason> reasons) {

  /** Copies the list. */
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /** The same, while a doctor is waited for to whom the counter sent the patient. */
  public Verdict sentToDoctor() {
    List<Reason> more = new ArrayList<>(reasons);
    more.removeIf(r -> r.code() == ReasonCode.ENTITLED);
    more.add(Reason.of(ReasonCode.SENT_TO_DOCTOR));
    // A stable sort: a reason that refuses stays the heaviest.
    more.sort(Comparator.comparing((Reason r) -> r.code().weight(), Comparator.reverseOrder()));
    return decision == Decision.DISPENSE
        ? new Verdict(Decision.NEEDS_DOCTOR, Mass.ZERO, Mass.ZERO, more)
        : new Verdict(decision, dose, proposed, more);
  }

  /** What may happen. */
  public enum Decision {
    /** The dose may be poured. */
    DISPENSE,
    /** A doctor, or a second signature, comes first. */
    NEEDS_DOCTOR,
    /** Nothing is poured now; every reason names its way on. */
    REFUSE
  }

  @Override
  public String toString() {
    return "Verdict[" + decision + " " + reasons.stream().map(Reason::code).toList() + "]";
  }
}
