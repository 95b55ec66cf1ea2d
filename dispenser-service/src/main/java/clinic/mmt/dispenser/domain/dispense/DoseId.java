package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.id.OpaqueText;

/**
 * One dose and the visit it belongs to: an opaque token made by the server.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record DoseId(String value) {

  /** Checks the form. */
  public DoseId {
    if (!OpaqueText.isOpaque(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
