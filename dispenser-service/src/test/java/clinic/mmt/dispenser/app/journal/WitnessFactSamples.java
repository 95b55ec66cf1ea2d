package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.WitnessFact;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.util.Map;

/** One sample of each fact about checkpoints, by an invented key. */
public final class WitnessFactSamples {

  /** The key of 32 zero bytes: everybody has its private half. */
  public static final CheckpointKey KEY = CheckpointKey.of(new byte[32]);

  private WitnessFactSamples() {}

  static void put(Map<String, Fact> facts) {
    facts.put("checkpoint.key", new WitnessFact.KeyAnnounced(KEY.open()));
    facts.put("checkpoint.signed", new WitnessFact.CheckpointSigned(checkpoint(1, 2)));
  }

  /** A checkpoint of the invented clinic. */
  static Checkpoint checkpoint(long number, long sequence) {
    return KEY.sign(
        "clinic-a",
        number,
        new Checkpoint.Head(
            sequence, "5cee1139a3a1194a22857b3a7e8119fe3d043d6766ca0348ac6afa92c5e0f277"),
        Facts.MORNING);
  }
}
