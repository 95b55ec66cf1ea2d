package clinic.mmt.dispenser.domain.dispense;

/**
 * One dose and the visit it belongs to: an opaque token made by the server.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record DoseId(String value) {

  /** Checks the form. */
  public DoseId {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
