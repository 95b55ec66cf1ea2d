package clinic.mmt.dispenser.domain.staff;

import clinic.mmt.dispenser.domain.id.OpaqueText;

/**
 * A member of staff, opaque; the actor of entries.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record StaffId(String value) {

  /** Checks the form. */
  public StaffId {
    if (!OpaqueText.isOpaque(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
