package clinic.mmt.dispenser.domain.stock;

/**
 * One bottle, by the number of our own label.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record BottleId(String value) {

  /** Checks the form. */
  public BottleId {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
