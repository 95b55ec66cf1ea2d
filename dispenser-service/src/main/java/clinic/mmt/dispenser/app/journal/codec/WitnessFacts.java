package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.WitnessFact;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;

/** Kinds {@code checkpoint.key} and {@code checkpoint.signed}: public as a whole. */
final class WitnessFacts {

  static final String KEY = "checkpoint.key";
  static final String SIGNED = "checkpoint.signed";

  private WitnessFacts() {}

  static Encoded write(WitnessFact fact) {
    return switch (fact) {
      case WitnessFact.KeyAnnounced(WitnessKey key) ->
          open(KEY, JsonText.object("key", key.id()).put("publicKey", key.publicKey()));
      case WitnessFact.CheckpointSigned(Checkpoint c) ->
          open(
              SIGNED,
              JsonText.object("clinic", c.clinic())
                  .put("number", c.number())
                  .put("sequence", c.sequence())
                  .put("hash", c.hash())
                  .put("at", c.at().toString())
                  .put("key", c.key())
                  .put("signature", c.signature()));
    };
  }

  static Fact key(Members open) {
    return new WitnessFact.KeyAnnounced(new WitnessKey(open.text("key"), open.text("publicKey")));
  }

  static Fact signed(Members open) {
    return new WitnessFact.CheckpointSigned(
        new Checkpoint(
            open.text("clinic"),
            open.whole("number"),
            open.whole("sequence"),
            open.text("hash"),
            open.instant("at"),
            open.text("key"),
            open.text("signature")));
  }

  private static Encoded open(String kind, JsonText open) {
    return new Encoded(kind, 1, open.end(), FactCodec.none());
  }
}
