package clinic.mmt.dispenser.domain.eligibility;

/**
 * Somebody asked not to dose a patient as usual.
 *
 * @param reason in words
 * @param by in which function the hold was made, which is also who lifts it
 */
public record Hold(String reason, By by) {

  /** Who made a hold decides what it does. */
  public enum By {
    /** A clinical hold: a doctor is seen first. */
    DOCTOR,
    /** About the medicine or the record: nothing is poured before a pharmacist has looked. */
    PHARMACIST,
    /** The only administrative hold that blocks; it has an end. */
    HEAD,
    /** Any other administrative hold: it tells, and nothing more. */
    ADMINISTRATION
  }

  @Override
  public String toString() {
    return "Hold[" + by + "]";
  }
}
