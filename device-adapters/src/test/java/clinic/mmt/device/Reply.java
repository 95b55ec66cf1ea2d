package clinic.mmt.device;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Catches what a driver answers; every wait has a limit. */
public final class Reply<T> implements Consumer<T> {

  private static final long MILLIS_MAX = 10_000;

  private final BlockingQueue<T> answers = new LinkedBlockingQueue<>();

  @Override
  public void accept(T answer) {
    answers.add(answer);
  }

  /** The next answer. */
  public T get() throws InterruptedException {
    T answer = answers.poll(MILLIS_MAX, TimeUnit.MILLISECONDS);
    if (answer == null) {
      throw new AssertionError("no answer within " + MILLIS_MAX + " ms");
    }
    return answer;
  }

  /** Waits until {@code expected} comes; what comes before it is passed over. */
  public void await(T expected) throws InterruptedException {
    boolean found = false;
    while (!found) {
      found = get().equals(expected);
    }
  }

  /** Whether no further answer is there. */
  public boolean isEmpty() {
    return answers.isEmpty();
  }

  /** Whether nothing comes for {@code millis}. */
  public boolean staysEmpty(long millis) throws InterruptedException {
    T answer = answers.poll(millis, TimeUnit.MILLISECONDS);
    return answer == null;
  }

  /** The value of a good answer. */
  public static <T> T value(Reply<Answer<T>> reply) throws InterruptedException {
    return switch (reply.get()) {
      case Answer.Ok<T>(T value) -> value;
      case Answer.Failed<T>(Fault fault) -> throw new AssertionError("failed: " + fault);
    };
  }

  /** The fault of a bad answer. */
  public static <T> Fault fault(Reply<Answer<T>> reply) throws InterruptedException {
    return switch (reply.get()) {
      case Answer.Ok<T>(T value) -> throw new AssertionError("succeeded: " + value);
      case Answer.Failed<T>(Fault fault) -> fault;
    };
  }
}
