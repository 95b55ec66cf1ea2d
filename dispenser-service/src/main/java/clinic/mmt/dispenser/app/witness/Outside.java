package clinic.mmt.dispenser.app.witness;

import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;

/** A place outside the journal where checkpoints are told. Called on the signer's thread. */
public interface Outside {

  /** The key by which the checkpoints that follow are known; told at each start. */
  void key(String clinic, WitnessKey key);

  /** A checkpoint that is durable in the journal; may come again after a start. */
  void tell(Checkpoint checkpoint);

  /**
   * The number of the last checkpoint that is there, 0 when there is none. Those after it are told
   * again at a start.
   *
   * @param here the number of the last one in the journal
   */
  long last(long here);
}
