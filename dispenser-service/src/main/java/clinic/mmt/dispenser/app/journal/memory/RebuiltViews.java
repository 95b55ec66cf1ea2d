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
   * Applies the next entries in their order.
   *
   * @throws IllegalStateException for an entry that cannot be read
   */
  public void apply(List<Entry> entries) {
    apply(entries, views);
    views.undo().release();
  }

  static void apply(List<Entry> entries, MemoryViews views) {
    for (Entry entry : entries) {
      switch (FactCodec.decode(entry)) {
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
