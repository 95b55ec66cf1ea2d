package clinic.mmt.dispenser.domain.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * What happened to a patient at the counters on one clinic day, before anything was poured.
 *
 * @param notFit how often the patient was found not fit
 * @param lookAgainAt when the latest of these said to look again
 * @param referral whether the counter sent the patient to a doctor
 * @param why in words, of the latest referral; private
 */
public record DeskDay(int notFit, Optional<Instant> lookAgainAt, Referral referral, String why) {

  /** Nothing happened. */
  public static final DeskDay NOTHING = new DeskDay(0, Optional.empty(), Referral.NONE, "");

  /** Whether the counter sent the patient to a doctor. */
  public enum Referral {
    /** Not today. */
    NONE,
    /** A doctor has not released the patient yet. */
    OPEN,
    /** A doctor has seen the patient, who comes back in front. */
    ENDED
  }

  /** Whether a doctor is waited for. */
  public boolean withDoctor() {
    return referral == Referral.OPEN;
  }

  /** The same after the patient was found not fit. */
  public DeskDay foundNotFit(Optional<Instant> again) {
    return new DeskDay(notFit + 1, again, referral, why);
  }

  /** The same after the counter sent the patient to a doctor. */
  public DeskDay sentToDoctor(String reason) {
    return new DeskDay(notFit, lookAgainAt, Referral.OPEN, reason);
  }

  /** The same after a doctor has seen the patient; nothing when no doctor was waited for. */
  public DeskDay backFromDoctor() {
    return withDoctor() ? new DeskDay(notFit, lookAgainAt, Referral.ENDED, why) : this;
  }

  @Override
  public String toString() {
    return "DeskDay[" + notFit + " " + referral + "]";
  }
}
