package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.id.OpaqueText;

/**
 * A product in one size of container.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record ProductId(String value) {

  /** Checks the form. */
  public ProductId {
    if (!OpaqueText.isOpaque(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
