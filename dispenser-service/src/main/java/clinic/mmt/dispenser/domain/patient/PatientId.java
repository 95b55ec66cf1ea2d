package clinic.mmt.dispenser.domain.patient;

/**
 * A patient, opaque: says nothing about the person, and is private all the same.
 *
 * @param value 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record PatientId(String value) {

  /** Checks the form. */
  public PatientId {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return "•••";
  }
}
