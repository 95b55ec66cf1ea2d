package clinic.mmt.device;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs cases that mostly wait, several at a time. */
public final class AtOnce {

  private static final int AT_A_TIME = 12;

  private AtOnce() {}

  /** One case. */
  @FunctionalInterface
  public interface Case<C> {
    /** Tries it. */
    void run(C what) throws Exception;
  }

  /** Runs {@code test} for all of {@code cases}; a failure tells which. */
  public static <C> void all(List<C> cases, Case<C> test) throws InterruptedException {
    all(AT_A_TIME, cases, test);
  }

  /** The same, so many at a time. */
  public static <C> void all(int atATime, List<C> cases, Case<C> test) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(atATime);
    try {
      List<Future<Object>> running = new ArrayList<>();
      for (C each : cases) {
        running.add(
            threads.submit(
                () -> {
                  test.run(each);
                  return each;
                }));
      }
      for (int i = 0; i < running.size(); i++) {
        try {
          running.get(i).get();
        } catch (ExecutionException e) {
          throw new AssertionError(cases.get(i) + ": " + e.getCause(), e.getCause());
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
