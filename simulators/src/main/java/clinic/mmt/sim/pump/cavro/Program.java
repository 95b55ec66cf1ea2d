package clinic.mmt.sim.pump.cavro;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The kept string of commands and how far it has been executed. */
final class Program {

  private static final int NESTING_MAX = 10;

  private final Deque<Loop> loops = new ArrayDeque<>();
  private List<Step> steps = List.of();
  private int next;

  private record Loop(int start, int done) {}

  void load(List<Step> loaded) {
    steps = List.copyOf(loaded);
    next = 0;
    loops.clear();
  }

  void clear() {
    load(List.of());
  }

  boolean isLoaded() {
    return !steps.isEmpty();
  }

  boolean isAtEnd() {
    return next >= steps.size();
  }

  /** What has not been executed. */
  List<Step> rest() {
    return steps.subList(Math.min(next, steps.size()), steps.size());
  }

  Step next() {
    Step step = steps.get(next);
    next++;
    return step;
  }

  void openLoop() {
    if (loops.size() < NESTING_MAX) {
      loops.push(new Loop(next, 0));
    }
  }

  /** Goes back to the begin of the loop, so many times in all; 0 = for ever. */
  void closeLoop(int times) {
    Loop loop = loops.poll();
    if (loop != null && (times == 0 || loop.done() + 1 < times)) {
      loops.push(new Loop(loop.start(), loop.done() + 1));
      next = loop.start();
    }
  }
}
