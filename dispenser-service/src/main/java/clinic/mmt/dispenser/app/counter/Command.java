package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.Map;
import java.util.Optional;

/**
 * One command of a person at a screen.
 *
 * @param id {@code <visit>/<step>/<n>}, made by the first hand that acts
 * @param visit the visit, which is the dose's id
 * @param step what to do
 * @param body the step's own fields
 * @param bodyHash SHA-256 of the body as received, hex
 * @param session who
 * @param second the second person's signature
 */
public record Command(
    String id,
    DoseId visit,
    Step step,
    Map<String, String> body,
    String bodyHash,
    Session session,
    Optional<Signature> second) {

  /** Copies the map. */
  public Command {
    body = Map.copyOf(body);
  }
}
