package clinic.mmt.dispenser.domain.prescription;

import clinic.mmt.dispenser.domain.id.OpaqueText;

/**
 * One prescription; a change is a new one.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record PrescriptionId(String value) {

  /** Checks the form. */
  public PrescriptionId {
    if (!OpaqueText.isOpaque(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
