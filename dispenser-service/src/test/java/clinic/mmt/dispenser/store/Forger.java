package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Draft;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.codec.Decoded;
import clinic.mmt.dispenser.app.journal.codec.DosesBefore;
import clinic.mmt.dispenser.app.journal.codec.Encoded;
import clinic.mmt.dispenser.app.journal.codec.FactCodec;
import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.WitnessFact;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rewrites a ledger from its tenth entry on and makes its checkpoints fit the new chain: under a
 * key of his own, or under the clinic's, whose signature he can only copy.
 */
final class Forger {

  private static final long CHANGED = 10;

  private final Optional<CheckpointKey> own;
  private final Map<Long, String> hashes = new HashMap<>();

  Forger(Optional<CheckpointKey> own) {
    this.own = own;
  }

  /** The entry that takes the place of {@code entry}. */
  Draft instead(Entry entry) {
    Draft draft = RealLedger.same(entry);
    if (FactCodec.decode(entry, DosesBefore.NONE) instanceof Decoded.Known(WitnessFact fact)) {
      return with(draft, FactCodec.encode(forged(fact), DosesBefore.NONE));
    }
    return entry.sequence() == CHANGED ? byAnother(draft) : draft;
  }

  /** The new chain has come so far. */
  void chained(Entry entry) {
    hashes.put(entry.sequence(), entry.hash().toHex());
  }

  private Fact forged(WitnessFact fact) {
    return switch (fact) {
      case WitnessFact.KeyAnnounced announced ->
          new WitnessFact.KeyAnnounced(own.map(CheckpointKey::open).orElse(announced.key()));
      case WitnessFact.CheckpointSigned(Checkpoint c) ->
          new WitnessFact.CheckpointSigned(fitting(c));
    };
  }

  private Checkpoint fitting(Checkpoint c) {
    Checkpoint.Head head =
        new Checkpoint.Head(c.sequence(), hashes.getOrDefault(c.sequence(), c.hash()));
    return own.map(key -> key.sign(c.clinic(), c.number(), head, c.at()))
        .orElseGet(
            () ->
                new Checkpoint(
                    c.clinic(),
                    c.number(),
                    c.sequence(),
                    head.hash(),
                    c.at(),
                    c.key(),
                    c.signature()));
  }

  /** The same, done by somebody else. */
  static Draft byAnother(Draft draft) {
    return new Draft(
        draft.at(),
        "S-99",
        draft.kind(),
        draft.kindVersion(),
        draft.publicBody(),
        draft.privateBody());
  }

  private static Draft with(Draft draft, Encoded body) {
    return new Draft(
        draft.at(),
        draft.actor(),
        draft.kind(),
        draft.kindVersion(),
        body.publicBody(),
        body.privateBody());
  }
}
