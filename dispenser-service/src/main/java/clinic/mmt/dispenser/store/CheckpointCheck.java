package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.WitnessFact;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Checks signed checkpoints: those inside a journal as it is read, and those kept elsewhere against
 * the whole of it. The words of its findings are those of {@code docs/journal-format.md}, which
 * another verifier says too.
 */
final class CheckpointCheck {

  private final Db db;
  private final List<Announced> keys = new ArrayList<>();
  private String clinic = "";
  private Optional<Checkpoint> last = Optional.empty();

  CheckpointCheck(Db db) {
    this.db = db;
  }

  private record Announced(long entry, WitnessKey key) {}

  /**
   * What is wrong.
   *
   * @param entry the first wrong entry, or the last that is there
   */
  record Finding(long entry, String reason) {}

  /** What is wrong with the next entry, whose place in the chain is sound. */
  Optional<String> fault(Entry entry, Fact fact) throws SQLException {
    return switch (fact) {
      case Fact.JournalOpened opened -> {
        clinic = opened.clinic();
        yield Optional.empty();
      }
      case WitnessFact.KeyAnnounced(WitnessKey key) -> {
        keys.add(new Announced(entry.sequence(), key));
        yield CheckpointKey.fault(key);
      }
      case WitnessFact.CheckpointSigned(Checkpoint checkpoint) -> {
        Optional<String> fault = fault(entry, checkpoint);
        last = Optional.of(checkpoint);
        yield fault.map(why -> "checkpoint " + checkpoint.number() + why);
      }
      case Fact other -> Optional.empty();
    };
  }

  private Optional<String> fault(Entry entry, Checkpoint c) throws SQLException {
    long before = last.map(Checkpoint::number).orElse(0L);
    long spoken = last.map(Checkpoint::sequence).orElse(0L);
    if (c.number() != before + 1) {
      return Optional.of(" follows checkpoint " + before);
    }
    if (c.sequence() <= spoken || c.sequence() >= entry.sequence()) {
      return Optional.of(" speaks of entry " + c.sequence() + ", out of order");
    }
    if (!c.clinic().equals(clinic)) {
      return Optional.of(" is of another clinic");
    }
    if (!hash(c.sequence()).equals(Optional.of(c.hash()))) {
      return Optional.of(": entry " + c.sequence() + " has another hash now");
    }
    Optional<WitnessKey> key = Optional.ofNullable(keys.isEmpty() ? null : keys.getLast().key());
    if (key.filter(k -> k.id().equals(c.key())).isEmpty()) {
      return Optional.of(" is signed by a key that was not announced");
    }
    return CheckpointKey.isGenuine(key.get(), c)
        ? Optional.empty()
        : Optional.of(": its signature is wrong");
  }

  private Optional<String> hash(long sequence) throws SQLException {
    return JournalTable.from(db, sequence, 1).stream()
        .filter(entry -> entry.sequence() == sequence)
        .map(entry -> entry.hash().toHex())
        .findFirst();
  }

  /** How many checkpoints there are inside. */
  long count() {
    return last.map(Checkpoint::number).orElse(0L);
  }

  Optional<Checkpoint> last() {
    return last;
  }

  /** How many keys signed them, one after the other. */
  int keyCount() {
    return keys.size();
  }

  /** What checkpoints that were kept elsewhere show of a journal that ends here. */
  Optional<Finding> outside(OutsideCheckpoints outside, Chain end) throws SQLException {
    Optional<Finding> unknown = unknownKey(outside);
    if (unknown.isPresent()) {
      return unknown;
    }
    List<Checkpoint> inOrder =
        outside.checkpoints().stream()
            .sorted(Comparator.comparingLong(Checkpoint::sequence))
            .toList();
    long sound = 0;
    for (Checkpoint c : inOrder) {
      Optional<String> wrong = wrong(outside, c);
      if (wrong.isPresent()) {
        return Optional.of(new Finding(end.sequence(), wrong.get()));
      }
      if (c.sequence() > end.sequence()) {
        return Optional.of(new Finding(end.sequence(), ended(inOrder.getLast(), end)));
      }
      if (!hash(c.sequence()).equals(Optional.of(c.hash()))) {
        return Optional.of(new Finding(c.sequence(), rewritten(c, sound)));
      }
      sound = c.sequence();
    }
    // Nobody outside is told of a checkpoint before its own entry is durable.
    return inOrder.isEmpty() || inOrder.getLast().number() <= count()
        ? Optional.empty()
        : Optional.of(new Finding(end.sequence(), ended(inOrder.getLast(), end)));
  }

  private static String ended(Checkpoint c, Chain end) {
    return "this file ends at entry %d; checkpoint %d was signed on %s at entry %d: %s"
        .formatted(
            end.sequence(),
            c.number(),
            c.at(),
            c.sequence(),
            "an old copy, or its end was cut off");
  }

  private static String rewritten(Checkpoint c, long sound) {
    return "checkpoint %d was signed on %s with another hash of this entry: rewritten after entry %d"
        .formatted(c.number(), c.at(), sound);
  }

  /** A file that names keys names all of them: who rewrites a journal makes a key of his own. */
  private Optional<Finding> unknownKey(OutsideCheckpoints outside) {
    return outside.keys().isEmpty()
        ? Optional.empty()
        : keys.stream()
            .filter(announced -> !outside.keys().contains(announced.key()))
            .findFirst()
            .map(
                announced ->
                    new Finding(
                        announced.entry(),
                        "key " + announced.key().id() + " is not one of the checkpoints' file"));
  }

  private Optional<String> wrong(OutsideCheckpoints outside, Checkpoint c) {
    if (!c.clinic().equals(clinic)) {
      return Optional.of("checkpoint " + c.number() + " is of clinic " + c.clinic());
    }
    Optional<WitnessKey> key =
        outside
            .key(c)
            .or(
                () ->
                    keys.stream()
                        .map(Announced::key)
                        .filter(k -> k.id().equals(c.key()))
                        .findFirst());
    return key.filter(k -> !CheckpointKey.isGenuine(k, c)).isPresent()
        ? Optional.of("checkpoint " + c.number() + " of the file: its signature is wrong")
        : Optional.empty();
  }
}
