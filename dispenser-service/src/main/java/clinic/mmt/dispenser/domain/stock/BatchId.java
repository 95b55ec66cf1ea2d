package clinic.mmt.dispenser.domain.stock;

/**
 * A batch of the product.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record BatchId(String value) {

  /** Checks the form. */
  public BatchId {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
