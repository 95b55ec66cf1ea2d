package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Projection;
import clinic.mmt.dispenser.app.journal.codec.Decoded;
import clinic.mmt.dispenser.app.journal.codec.FactCodec;
import java.util.List;

/** Views made from stored entries alone, a batch at a time, to hold against those kept live. */
public final class RebuiltViews {

  private final MemoryViews views = new MemoryViews();

  /** Views of an empty journal. */
  public RebuiltViews() {}

  /**
   * Applies the next entries in their order; false when one of them breaks a constraint, which
   * entries of a journal that kept it never do.
   *
   * @throws IllegalStateException for an entry that cannot be read
   */
  public boolean apply(List<Entry> entries) {
    try {
      apply(entries, views);
      return true;
    } catch (ConstraintBroken broken) {
      return false;
    } finally {
      views.undo().release();
    }
  }

  static void apply(List<Entry> entries, MemoryViews views) {
    for (Entry entry : entries) {
      switch (FactCodec.decode(entry, views::doseBefore)) {
        case Decoded.Known known -> Projection.apply(known.fact(), entry.sequence(), views);
        case Decoded.Malformed malformed ->
            throw new IllegalStateException("entry " + entry.sequence() + ": " + malformed.why());
      }
    }
  }

  List<Object> derived() {
    return views.derived();
  }
}
