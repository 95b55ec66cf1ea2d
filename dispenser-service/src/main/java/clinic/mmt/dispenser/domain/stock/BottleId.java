package clinic.mmt.dispenser.domain.stock;

import clinic.mmt.dispenser.domain.id.OpaqueText;

/**
 * One bottle, by the number of our own label.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record BottleId(String value) {

  /** Checks the form. */
  public BottleId {
    if (!OpaqueText.isOpaque(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
