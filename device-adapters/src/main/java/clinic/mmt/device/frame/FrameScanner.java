package clinic.mmt.device.frame;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Runs a parser over chunks of any size and finds its way back to a frame after bad bytes. */
public final class FrameScanner {

  private final Scan.Open idle;
  private Scan.Open state;
  private long noise;

  /** {@code idle} is the parser's state between frames. */
  public FrameScanner(Scan.Open idle) {
    this.idle = idle;
    this.state = idle;
  }

  /** Takes bytes; gives the frames and the bad frames that they complete, in order. */
  public List<Scan> feed(Octets chunk) {
    List<Scan> found = new ArrayList<>();
    Deque<Integer> left = new ArrayDeque<>();
    for (int i = 0; i < chunk.length(); i++) {
      left.addLast(chunk.at(i));
      while (!left.isEmpty()) {
        take(left, found);
      }
    }
    return found;
  }

  private void take(Deque<Integer> left, List<Scan> found) {
    switch (state.next(left.removeFirst())) {
      case Scan.Open open -> {
        noise += open.pending().length() == 0 ? 1 : 0;
        state = open;
      }
      case Scan.Frame frame -> {
        found.add(frame);
        state = idle;
      }
      case Scan.Bad bad -> {
        found.add(bad);
        state = idle;
        for (int i = bad.again().length() - 1; i >= 0; i--) {
          left.addFirst(bad.again().at(i));
        }
      }
    }
  }

  /** The bytes of a frame that has begun; empty while none has. */
  public Octets pending() {
    return state.pending();
  }

  /** Forgets a frame that has begun, and gives its bytes. */
  public Octets reset() {
    Octets pending = state.pending();
    state = idle;
    return pending;
  }

  /** Bytes between frames so far: a line at the wrong speed has nothing else. */
  public long noise() {
    return noise;
  }
}
