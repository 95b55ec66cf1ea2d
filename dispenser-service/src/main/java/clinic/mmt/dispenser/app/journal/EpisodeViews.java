package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.episode.Movement;

/** Who came into care, moved and left; a store refuses a second open episode of a patient. */
public interface EpisodeViews {

  /** A movement was noted. */
  void movement(Movement movement);
}
