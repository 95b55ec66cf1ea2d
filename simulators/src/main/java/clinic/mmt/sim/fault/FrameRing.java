package clinic.mmt.sim.fault;

import clinic.mmt.sim.core.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last frames of a line, oldest first. */
final class FrameRing {

  static final int FRAMES_MAX = 128;

  private final Deque<Frame> frames = new ArrayDeque<>();

  void add(Frame frame) {
    if (frames.size() == FRAMES_MAX) {
      frames.removeFirst();
    }
    frames.addLast(frame);
  }

  List<Frame> all() {
    return List.copyOf(frames);
  }
}
