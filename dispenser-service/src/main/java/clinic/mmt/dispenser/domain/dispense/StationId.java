package clinic.mmt.dispenser.domain.dispense;

/**
 * A dispensing station, as configured.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record StationId(String value) {

  /** Checks the form. */
  public StationId {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
