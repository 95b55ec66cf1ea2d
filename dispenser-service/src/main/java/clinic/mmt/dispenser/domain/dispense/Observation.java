package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.Instant;

/**
 * Somebody is watched after a dose. The time only reminds: a doctor ends it.
 *
 * @param id of the observation
 * @param patient who
 * @param dose after which
 * @param cause why
 * @param until before this nobody should go, by the clinic's clock
 */
public record Observation(String id, PatientId patient, DoseId dose, Cause cause, Instant until) {

  /** Why somebody is watched. */
  public enum Cause {
    /** A first dose. */
    FIRST_DOSE,
    /** More than was meant. */
    OVER_DOSE
  }

  @Override
  public String toString() {
    return "Observation[" + id + "]";
  }
}
