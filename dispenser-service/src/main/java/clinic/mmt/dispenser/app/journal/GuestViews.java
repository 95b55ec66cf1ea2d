package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.site.GuestStep;

/**
 * Guest letters; a store refuses a second letter for one day of a patient, and the same letter
 * taken in twice (R-123, H102).
 */
public interface GuestViews {

  /** A letter was signed or taken in. */
  void began(GuestStep.Began began);

  /** A letter was ended. */
  void ended(GuestStep.Ended ended);
}
