package clinic.mmt.dispenser.domain.queue;

import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.Optional;

/**
 * One patient who came today or may still come, as the order of the queue looks at them.
 *
 * @param patient who
 * @param arrived the arrival with its number; empty for who has not come to the door
 * @param phase of the latest dose of the day
 * @param desk what happened at the counters today
 * @param more what may still be poured today after a dose that was taken
 * @param blocked whether the rules of treatment stop the dose as things are now
 */
public record Comer(
    PatientId patient,
    Optional<Arrival.Placed> arrived,
    Optional<Phase> phase,
    DeskDay desk,
    More more,
    boolean blocked) {

  /** What may still be poured today after a dose that was taken. */
  public enum More {
    /** Nothing. */
    NOTHING,
    /** The later part of a split dose: the patient went away and comes again. */
    LATER_PART,
    /** A second dose, which a doctor ordered for who is here now. */
    ORDERED
  }

  /** The number, where there is one. */
  public Optional<Ticket> ticket() {
    return arrived.map(a -> a.arrival().ticket());
  }

  boolean first() {
    return arrived.map(Arrival.Placed::first).orElse(false);
  }

  /** Was stopped at the door, sent from the counter, or has an order for a second dose. */
  boolean backFromDoctor() {
    return more == More.ORDERED
        || desk.referral() == DeskDay.Referral.ENDED
        || arrived.map(a -> a.arrival().sentToDoctor()).orElse(false);
  }

  @Override
  public String toString() {
    return "Comer[" + ticket() + "]";
  }
}
