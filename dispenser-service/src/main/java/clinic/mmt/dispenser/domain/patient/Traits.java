package clinic.mmt.dispenser.domain.patient;

import java.util.Optional;

/**
 * What eligibility asks about a person, kept in the ledger under the opaque code.
 *
 * @param birthYear where it is known
 * @param representativeConsents whether the written consent of a legal representative is recorded
 * @param pregnant by a doctor's flag
 */
public record Traits(
    Optional<Integer> birthYear, boolean representativeConsents, boolean pregnant) {

  /** Nothing is known. */
  public static final Traits UNKNOWN = new Traits(Optional.empty(), false, false);

  @Override
  public String toString() {
    return "Traits[•••]";
  }
}
