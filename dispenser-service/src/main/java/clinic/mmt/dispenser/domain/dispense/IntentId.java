package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.Opaque;

/**
 * One intended pump start, journalled before the pump moves.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record IntentId(String value) {

  /** Checks the form. */
  public IntentId {
    Opaque.check(value);
  }
}
