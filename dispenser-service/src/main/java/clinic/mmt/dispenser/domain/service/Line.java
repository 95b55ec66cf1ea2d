package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * What is in the tube of a pump, first in first out: new liquid enters behind what is there, and
 * what a dose gives comes from the front.
 *
 * @param segments in the order they leave; none is empty, and neighbours are of different batches
 */
public record Line(List<Segment> segments) {

  /** An empty tube. */
  public static final Line EMPTY = new Line(List.of());

  /** Copies the list. */
  public Line {
    segments = List.copyOf(segments);
  }

  /**
   * Liquid of one batch.
   *
   * @param batch which
   * @param volume above zero
   */
  public record Segment(BatchId batch, Volume volume) {}

  /** All of it. */
  public Volume total() {
    return segments.stream().map(Segment::volume).reduce(Volume.ZERO, Volume::plus);
  }

  /** Whether there is anything in it that is not of {@code batch}. */
  public boolean holdsOther(BatchId batch) {
    for (Segment segment : segments) {
      if (!segment.batch().equals(batch)) {
        return true;
      }
    }
    return false;
  }

  /**
   * After a leg of a posting: what comes in goes to the end, what goes out is taken from the
   * segments of its batch that stand furthest in front. More than there is leaves none.
   */
  public Line after(BatchId batch, Volume change) {
    return change.isLessThan(Volume.ZERO) ? without(batch, change.negated()) : with(batch, change);
  }

  private Line with(BatchId batch, Volume in) {
    if (in.equals(Volume.ZERO)) {
      return this;
    }
    List<Segment> all = new ArrayList<>(segments);
    add(all, new Segment(batch, in));
    return new Line(all);
  }

  private Line without(BatchId batch, Volume out) {
    Volume left = out;
    List<Segment> all = new ArrayList<>();
    for (Segment segment : segments) {
      Volume taken = segment.batch().equals(batch) ? left.orLess(segment.volume()) : Volume.ZERO;
      left = left.minus(taken);
      if (segment.volume().isMoreThan(taken)) {
        add(all, new Segment(segment.batch(), segment.volume().minus(taken)));
      }
    }
    return new Line(all);
  }

  private static void add(List<Segment> all, Segment next) {
    if (!all.isEmpty() && all.getLast().batch().equals(next.batch())) {
      Segment last = all.removeLast();
      all.add(new Segment(last.batch(), last.volume().plus(next.volume())));
    } else {
      all.add(next);
    }
  }

  /** What leaves first, {@code out} of it or all there is. */
  public List<Segment> front(Volume out) {
    Volume left = out;
    List<Segment> taken = new ArrayList<>();
    for (Segment segment : segments) {
      Volume part = left.orLess(segment.volume());
      if (part.isMoreThan(Volume.ZERO)) {
        taken.add(new Segment(segment.batch(), part));
        left = left.minus(part);
      }
    }
    return List.copyOf(taken);
  }
}
