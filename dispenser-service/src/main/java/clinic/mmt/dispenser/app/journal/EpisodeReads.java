package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who came into care, moved and left. */
public interface EpisodeReads extends RecordReads {

  /** What was noted of a patient, in the order it was noted. */
  List<Movement> movements(PatientId patient);

  /** One movement, by its id. */
  Optional<Movement> movement(String id);

  /**
   * Whether a prescriber decided of the absence since {@code lastCovered} that treatment goes on.
   */
  boolean goesOn(PatientId patient, LocalDate lastCovered);
}
