package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Kept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What survives a crash of a {@link MemoryJournal}: synced entries, command records, and what is
 * kept beside the ledger while syncs fail.
 */
public final class MemoryDisk {

  private final List<Entry> entries = new ArrayList<>();
  private final List<CommandRecord> commands = new ArrayList<>();
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private Optional<String> refusal = Optional.empty();
  private Chain chain = Chain.GENESIS;

  /** Entries up to this sequence were archived elsewhere. */
  private long archived;

  /** An empty disk. */
  public MemoryDisk() {}

  /** From now on every sync fails for this reason, and nothing of it is stored. */
  public synchronized void failing(String why) {
    refusal = Optional.of(why);
  }

  /** Syncs work again. */
  public synchronized void repaired() {
    refusal = Optional.empty();
  }

  /** Stores a batch all or none; why it did not, when it did not. */
  synchronized Optional<String> sync(List<Entry> batch, List<CommandRecord> answered) {
    if (refusal.isPresent() && !(batch.isEmpty() && answered.isEmpty())) {
      return refusal;
    }
    entries.addAll(batch);
    commands.addAll(answered);
    chain = batch.isEmpty() ? chain : Chain.after(batch.getLast());
    return Optional.empty();
  }

  /**
   * Forgets all entries and command records so far: somebody else has them. Years fit in memory
   * then, but a journal can only be reopened from this disk, never rebuilt from it.
   */
  public synchronized void archive() {
    archived += entries.size();
    entries.clear();
    commands.clear();
  }

  /** Whether all entries are still here, so that views can be made from them. */
  synchronized boolean complete() {
    return archived == 0;
  }

  synchronized List<Entry> entries(long from, int limit) {
    int first = Math.clamp(from - 1 - archived, 0, entries.size());
    int last = Math.clamp(first + (long) limit, first, entries.size());
    return List.copyOf(entries.subList(first, last));
  }

  synchronized List<CommandRecord> commands() {
    return List.copyOf(commands);
  }

  synchronized void keep(Kept one) {
    kept.put(one.id(), one);
  }

  synchronized List<Kept> kept() {
    return List.copyOf(kept.values());
  }

  synchronized void forget(String id) {
    kept.remove(id);
  }

  synchronized Chain chain() {
    return chain;
  }
}
