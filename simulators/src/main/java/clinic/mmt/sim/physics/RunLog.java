package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Volume;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last movements of the pump, oldest first. */
final class RunLog {

  static final int RUNS_MAX = 1000;

  private final Deque<Run> runs = new ArrayDeque<>();
  private long last;

  void begin(RunCause cause, Volume commanded, long startedNanos) {
    last++;
    runs.addLast(new Run(last, cause, commanded, Volume.ZERO, startedNanos));
    if (runs.size() > RUNS_MAX) {
      runs.removeFirst();
    }
  }

  void moved(long picolitres) {
    Run current = runs.pollLast();
    if (current != null) {
      runs.addLast(current.withMore(new Volume(picolitres)));
    }
  }

  boolean isLast(RunCause cause) {
    Run current = runs.peekLast();
    return current != null && current.cause() == cause;
  }

  List<Run> all() {
    return List.copyOf(runs);
  }
}
