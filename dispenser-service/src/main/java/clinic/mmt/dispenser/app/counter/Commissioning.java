package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import java.util.Optional;

/**
 * a production site doses nobody with rule values that no clinician has signed. The draft
 * profile is the only one there is in this form, so production refuses; training does not.
 */
final class Commissioning {

  private Commissioning() {}

  /** Why nobody may be dosed here yet, if so. */
  static Optional<Refusal> refusal(Reads reads) {
    return reads
        .opened()
        .filter(opened -> opened.mode().equals("production"))
        .map(
            opened ->
                Refusal.of(
                    "profile-not-signed",
                    "R-130",
                    "The rule values are a draft that no clinician has signed.",
                    "a doctor and the head sign them; until then the downtime sheet"));
  }
}
