package clinic.mmt.dispenser.domain.identity;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person's factors of identity as two members of staff bound them: card, photo, fingers. The
 * photo is taken new at each, so its age is that of the latest enrolment (H104).
 *
 * @param id of this enrolment
 * @param token which card was presented
 * @param day clinic day
 * @param signers who did it and who confirmed it
 * @param fingers enrolled now, in place of all before; none where fingerprints are refused
 * @param alike how many other records the look-up showed to the two
 * @param words why none of these is this person, or why there are fewer than two fingers
 */
public record Enrolment(
    String id,
    PatientId patient,
    Token token,
    LocalDate day,
    Signers signers,
    List<Finger> fingers,
    int alike,
    String words) {

  /** Fewer need words: one injured finger must not keep a person from the counter. */
  public static final int FINGERS_LEAST = 2;

  /** Copies the list. */
  public Enrolment {
    fingers = List.copyOf(fingers);
  }

  /** Which card said who it is. */
  public enum Token {
    /** Of the clinic's own make. */
    CLINIC_CARD,
    /** Another card with a number. */
    OTHER_CARD,
    /** The citizen card. */
    CITIZEN_CARD
  }

  /** The two of an enrolment; never one person. */
  public record Signers(StaffId first, StaffId second) {

    /** Refuses one person twice. */
    public Signers {
      if (first.equals(second)) {
        throw new IllegalArgumentException("two members of staff enrol");
      }
    }
  }

  /**
   * An enrolled finger.
   *
   * @param finger 1 to 10, from the right thumb to the left little finger
   * @param readerModel which model and firmware made it and understands it
   * @param proof the module's score of the live comparison after it was made
   */
  public record Finger(int finger, String readerModel, int proof) {

    /** Refuses a finger that nobody has. */
    public Finger {
      if (finger < 1 || finger > 10) {
        throw new IllegalArgumentException("fingers are 1 to 10: " + finger);
      }
    }
  }

  /** What is missing before an enrolment may be completed. */
  public enum Lack {
    /** No photo was taken. */
    PHOTO,
    /** Fingers may be enrolled, there are fewer than two, and nothing says why. */
    FINGERS,
    /** Nobody looked for the same person under another record. */
    LOOK_UP,
    /** Somebody alike was found, and nothing says why it is somebody else. */
    DECISION
  }

  /**
   * What an enrolment has so far.
   *
   * @param photo whether one was taken
   * @param fingers how many are proven
   * @param consent whether fingers may be enrolled at all
   * @param alike how many others the look-up found; empty before it
   * @param words what the two say
   */
  public record SoFar(
      boolean photo, int fingers, boolean consent, Optional<Integer> alike, String words) {

    /** What is missing first; empty when nothing is. */
    public Optional<Lack> lack() {
      if (!photo) {
        return Optional.of(Lack.PHOTO);
      }
      if (consent && fingers < FINGERS_LEAST && words.isBlank()) {
        return Optional.of(Lack.FINGERS);
      }
      if (alike.isEmpty()) {
        return Optional.of(Lack.LOOK_UP);
      }
      return alike.get() > 0 && words.isBlank() ? Optional.of(Lack.DECISION) : Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Enrolment[•••]";
  }
}
