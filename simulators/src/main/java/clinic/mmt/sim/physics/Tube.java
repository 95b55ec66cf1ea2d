package clinic.mmt.sim.physics;

import java.util.ArrayDeque;
import java.util.Deque;

/** The line between bottle and spout: always full, of liquid and air in the order they came. */
final class Tube {

  private record Segment(boolean liquid, long picolitres) {}

  /** First is the spout end, last is the bottle end. */
  private final Deque<Segment> segments = new ArrayDeque<>();

  Tube(long capacityPicolitres, boolean primed) {
    segments.add(new Segment(primed, capacityPicolitres));
  }

  /** Liquid and then air enter at the bottle end; returns the liquid leaving at the spout end. */
  long push(long liquidPicolitres, long airPicolitres) {
    appendAtBottle(true, liquidPicolitres);
    appendAtBottle(false, airPicolitres);
    long left = liquidPicolitres + airPicolitres;
    long liquidOut = 0;
    while (left > 0) {
      Segment first = segments.removeFirst();
      long part = Math.min(left, first.picolitres());
      liquidOut += first.liquid() ? part : 0;
      prependAtSpout(first.liquid(), first.picolitres() - part);
      left -= part;
    }
    return liquidOut;
  }

  /** Air enters at the spout end; returns the liquid going back into the bottle. */
  long pull(long picolitres) {
    prependAtSpout(false, picolitres);
    long left = picolitres;
    long liquidBack = 0;
    while (left > 0) {
      Segment last = segments.removeLast();
      long part = Math.min(left, last.picolitres());
      liquidBack += last.liquid() ? part : 0;
      appendAtBottle(last.liquid(), last.picolitres() - part);
      left -= part;
    }
    return liquidBack;
  }

  long liquidPicolitres() {
    return segments.stream().filter(Segment::liquid).mapToLong(Segment::picolitres).sum();
  }

  private void appendAtBottle(boolean liquid, long picolitres) {
    if (picolitres <= 0) {
      return;
    }
    Segment last = segments.peekLast();
    if (last != null && last.liquid() == liquid) {
      segments.removeLast();
      segments.addLast(new Segment(liquid, last.picolitres() + picolitres));
    } else {
      segments.addLast(new Segment(liquid, picolitres));
    }
  }

  private void prependAtSpout(boolean liquid, long picolitres) {
    if (picolitres <= 0) {
      return;
    }
    Segment first = segments.peekFirst();
    if (first != null && first.liquid() == liquid) {
      segments.removeFirst();
      segments.addFirst(new Segment(liquid, first.picolitres() + picolitres));
    } else {
      segments.addFirst(new Segment(liquid, picolitres));
    }
  }
}
