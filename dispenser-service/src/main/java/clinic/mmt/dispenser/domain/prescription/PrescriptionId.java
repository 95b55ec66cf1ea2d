package clinic.mmt.dispenser.domain.prescription;

/**
 * One prescription; a change is a new one.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record PrescriptionId(String value) {

  /** Checks the form. */
  public PrescriptionId {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
