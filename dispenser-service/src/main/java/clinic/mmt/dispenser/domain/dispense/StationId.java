package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.id.OpaqueText;

/**
 * A dispensing station, as configured.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record StationId(String value) {

  /** Checks the form. */
  public StationId {
    if (!OpaqueText.isOpaque(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
