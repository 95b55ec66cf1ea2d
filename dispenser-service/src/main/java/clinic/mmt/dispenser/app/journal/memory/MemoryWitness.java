package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.WitnessReads;
import clinic.mmt.dispenser.app.journal.WitnessViews;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Checkpoints that were signed, and the key. */
final class MemoryWitness implements WitnessViews, WitnessReads {

  private static final String ONE = "";

  private final UndoMap<String, WitnessKey> key;
  private final UndoMap<String, Checkpoint> last;
  private final UndoMap<Long, Checkpoint> byNumber;

  MemoryWitness(UndoMap.Undo undo) {
    this.key = new UndoMap<>(undo);
    this.last = new UndoMap<>(undo);
    this.byNumber = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(key, byNumber);
  }

  @Override
  public void key(WitnessKey announced) {
    key.put(ONE, announced);
  }

  @Override
  public void signed(Checkpoint checkpoint) {
    long number = last().map(Checkpoint::number).orElse(0L);
    long sequence = last().map(Checkpoint::sequence).orElse(0L);
    if (checkpoint.number() != number + 1 || checkpoint.sequence() <= sequence) {
      throw new ConstraintBroken(Constraints.CHECKPOINTS_IN_ORDER);
    }
    last.put(ONE, checkpoint);
    byNumber.put(checkpoint.number(), checkpoint);
  }

  @Override
  public Optional<WitnessKey> key() {
    return key.get(ONE);
  }

  @Override
  public Optional<Checkpoint> last() {
    return last.get(ONE);
  }

  @Override
  public List<Checkpoint> above(long number, int most) {
    return LongStream.range(number + 1, number + 1 + most)
        .mapToObj(byNumber::get)
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }
}
