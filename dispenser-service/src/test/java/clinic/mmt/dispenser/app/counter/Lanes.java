package clinic.mmt.dispenser.app.counter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** Tasks of several threads on one: each lane in order, the lanes in any order a test likes. */
public final class Lanes {

  private static final int STEPS_MOST = 10_000;

  private final Map<String, Deque<Runnable>> lanes = new TreeMap<>();
  private final Random random;
  private final boolean shuffled;
  private Runnable between = () -> {};

  /** Lanes in the order of their names. */
  public Lanes() {
    this.random = new Random(0);
    this.shuffled = false;
  }

  /** Lanes in an order made from {@code seed}. */
  public Lanes(long seed) {
    this.random = new Random(seed);
    this.shuffled = true;
  }

  /** The queue of one thread. */
  public Executor lane(String name) {
    return task -> lanes.computeIfAbsent(name, n -> new ArrayDeque<>()).add(task);
  }

  /** Something to do before every task. */
  void between(Runnable task) {
    between = task;
  }

  /** Runs until nothing is left. */
  public void run() {
    int steps = 0;
    while (one()) {
      if (++steps > STEPS_MOST) {
        throw new AssertionError("never comes to rest");
      }
    }
  }

  private boolean one() {
    between.run();
    List<Deque<Runnable>> waiting = new ArrayList<>(lanes.values());
    waiting.removeIf(Deque::isEmpty);
    if (waiting.isEmpty()) {
      return false;
    }
    waiting.get(shuffled ? random.nextInt(waiting.size()) : 0).remove().run();
    return true;
  }
}
