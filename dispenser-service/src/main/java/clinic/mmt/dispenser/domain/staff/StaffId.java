package clinic.mmt.dispenser.domain.staff;

/**
 * A member of staff, opaque; the actor of entries.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record StaffId(String value) {

  /** Checks the form. */
  public StaffId {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }
}
