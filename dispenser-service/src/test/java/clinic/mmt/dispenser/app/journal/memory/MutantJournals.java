package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.util.concurrent.Executor;

/** Journals whose views are wrong on purpose. */
public final class MutantJournals {

  private MutantJournals() {}

  /** The rule «one open or taken dose» is no constraint any more. */
  public static MemoryJournal withoutConstraint(MemoryDisk disk, Executor on, SaltSource salts) {
    return new MemoryJournal(
        disk,
        on,
        salts,
        new MemoryViews() {
          @Override
          <K> void claim(UndoMap<K, DoseId> index, K key, DoseId id, String constraint) {
            if (constraint.equals(Constraints.ONE_OPEN_OR_TAKEN_DOSE_PER_PART)) {
              index.put(key, id);
            } else {
              super.claim(index, key, id, constraint);
            }
          }
        });
  }

  /** A balance never shows less than nothing. */
  public static MemoryJournal clamped(MemoryDisk disk, Executor on, SaltSource salts) {
    return new MemoryJournal(
        disk,
        on,
        salts,
        new MemoryViews() {
          @Override
          public void balance(Account account, BatchId batch, Volume change) {
            Volume after = balance(account, batch).plus(change);
            super.balance(
                account,
                batch,
                after.isLessThan(Volume.ZERO) ? balance(account, batch).negated() : change);
          }
        });
  }

  /** The view of doses misses how a dose ended. */
  public static MemoryJournal endsMissed(MemoryDisk disk, Executor on, SaltSource salts) {
    return new MemoryJournal(
        disk,
        on,
        salts,
        new MemoryViews() {
          @Override
          public void dose(State state, long sequence) {
            if (state.phase() != Phase.CONSUMED) {
              super.dose(state, sequence);
            }
          }
        });
  }
}
