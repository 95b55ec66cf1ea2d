package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;
import java.util.List;
import java.util.Optional;

/** Checkpoints that were signed, and the key. */
public interface WitnessReads {

  /** The key that was announced last. */
  Optional<WitnessKey> key();

  /** The last checkpoint. */
  Optional<Checkpoint> last();

  /** Checkpoints above a number, at most so many, in their order; a long read. */
  List<Checkpoint> above(long number, int most);
}
