package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;

/** Who came into care, moved and left; a store refuses a second open episode of a patient. */
public interface EpisodeViews extends RecordViews {

  /** A movement was noted. */
  void movement(Movement movement);

  /** A prescriber decided of the absence since {@code lastCovered} that treatment goes on. */
  void treatmentGoesOn(PatientId patient, LocalDate lastCovered);
}
