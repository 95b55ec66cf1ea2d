package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;

/** What makes a changed journal show (H67 to H69). */
public sealed interface WitnessFact extends Fact {

  /** Checkpoints are signed by this key from now on; a later one replaces it. */
  record KeyAnnounced(WitnessKey key) implements WitnessFact {}

  /** Where the chain stood was signed; the entry comes after those it speaks of. */
  record CheckpointSigned(Checkpoint checkpoint) implements WitnessFact {}
}
