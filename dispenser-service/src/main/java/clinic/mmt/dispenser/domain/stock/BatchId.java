package clinic.mmt.dispenser.domain.stock;

import clinic.mmt.dispenser.domain.id.OpaqueText;

/**
 * A batch of the product.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record BatchId(String value) {

  /** Checks the form. */
  public BatchId {
    if (!OpaqueText.isOpaque(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
