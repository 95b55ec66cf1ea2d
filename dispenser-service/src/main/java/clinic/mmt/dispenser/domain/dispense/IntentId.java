package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.id.OpaqueText;

/**
 * One intended pump start, journalled before the pump moves.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record IntentId(String value) {

  /** Checks the form. */
  public IntentId {
    if (!OpaqueText.isOpaque(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
