package clinic.mmt.dispenser.domain.patient;

import clinic.mmt.dispenser.domain.id.OpaqueText;

/**
 * A patient, opaque: says nothing about the person, and is private all the same.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record PatientId(String value) {

  /** Checks the form. */
  public PatientId {
    if (!OpaqueText.isOpaque(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return "•••";
  }
}
