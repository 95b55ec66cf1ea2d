package clinic.mmt.dispenser.domain.queue;

import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody came on a clinic day and got a number.
 *
 * @param patient who
 * @param day the clinic day
 * @param ticket the one number of this patient on this day
 * @param how the arrival was told
 * @param sentToDoctor the rules of treatment stopped the dose at the door: a doctor comes first
 * @param admitted why staff took somebody in after the last intake; empty for everybody else
 */
public record Arrival(
    PatientId patient,
    LocalDate day,
    Ticket ticket,
    How how,
    boolean sentToDoctor,
    Optional<String> admitted) {

  /** How an arrival was told. */
  public enum How {
    /** A card's number was read. */
    CARD,
    /** A card of the clinic's own make was scanned. */
    QR,
    /** Staff at the desk said so. */
    DESK
  }

  /**
   * An arrival with what staff decided about its place.
   *
   * @param first staff put this person in front, for a reason that no public screen shows
   */
  public record Placed(Arrival arrival, boolean first) {}

  @Override
  public String toString() {
    return "Arrival[" + ticket + "]";
  }
}
