package clinic.mmt.dispenser.domain.site;

import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a dose pack told besides a dose that fits.
 *
 * @param about the patient's code as the pack has it, or the letter of a guest
 * @param patient the patient here; empty: nobody of that code is known here
 * @param day clinic day
 * @param what it is
 * @param hold the hold that was placed for it, until somebody has looked; empty: none
 */
public record PackMark(
    String about, Optional<PatientId> patient, LocalDate day, What what, String hold) {

  /** What is marked. */
  public enum What {
    /** The patient refused the dose: nothing was taken. */
    REFUSED(false),
    /** A dose of this day and part was known here already. */
    KNOWN_HERE(true),
    /** More than the order of the day. */
    ABOVE_ORDER(true),
    /** No order held on the day. */
    WITHOUT_ORDER(true),
    /** The patient was not assigned to that site on the day, and no guest there. */
    NOT_ASSIGNED(true),
    /** Told as taken or in doubt before, and now as not given. */
    TAKEN_BACK(true),
    /** Nobody of that code is known here. */
    UNKNOWN_PATIENT(false);

    private final boolean holds;

    What(boolean holds) {
      this.holds = holds;
    }

    /** Whether the patient's next dose waits until somebody has looked. */
    public boolean holds() {
      return holds;
    }
  }

  @Override
  public String toString() {
    return "PackMark[" + what + "]";
  }
}
