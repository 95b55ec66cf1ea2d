package clinic.mmt.dispenser.app.counter;

import clinic.mmt.quantity.Volume;
import java.util.Optional;

/**
 * What the pump's counter said when its last motion of ours ended. A counter that says more later
 * was moved by somebody else (H100). A counter that says less was cleared or lost its power: it
 * proves nothing. Confined to the counter's queue; a crash forgets it.
 */
final class PumpMemory {

  /** Counts that differ by no more are the same. */
  private static final Volume DIGITS = Volume.ofMicrolitres(50);

  private Optional<Volume> last = Optional.empty();

  /** The pump stands, and counts so much. */
  void stands(Volume counter) {
    last = Optional.of(counter);
  }

  /** Nobody knows what it counts. */
  void lost() {
    last = Optional.empty();
  }

  /** What moved since, by a counter as it was found; the memory begins anew. */
  Optional<Volume> movedSince(Volume found) {
    Optional<Volume> more = last.map(found::minus).filter(moved -> moved.isMoreThan(DIGITS));
    last = Optional.of(found);
    return more;
  }
}
