package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;

/**
 * Checkpoints; a store refuses one whose number is not the next, and one that speaks of no later
 * entry than the one before.
 */
public interface WitnessViews {

  /** A key was announced; it replaces the one before. */
  void key(WitnessKey key);

  /** A checkpoint was signed. */
  void signed(Checkpoint checkpoint);
}
