package clinic.mmt.dispenser.app;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.memory.MemoryDisk;
import clinic.mmt.dispenser.app.journal.memory.MemoryJournal;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.rules.RuleBook;
import clinic.mmt.dispenser.domain.staff.SiteType;
import clinic.mmt.dispenser.main.config.ProfileFile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A house on memory for tests of use cases; its clock is moved by hand. */
public final class UseCases {

  /** The clock. */
  public final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T01:00:00Z"));

  private final AtomicInteger ids = new AtomicInteger();

  /** The house. */
  public final House house;

  /** With {@code people}. */
  public UseCases(People people) {
    this.house =
        new House(
            new MemoryJournal(new MemoryDisk(), Runnable::run, () -> Bytes.of(new byte[16])),
            people,
            now::get,
            new NoTimers(),
            prefix -> prefix + ids.incrementAndGet(),
            new ClinicCalendar(now::get, ZoneOffset.UTC, Instant.EPOCH),
            new RuleBook(ProfileFile.builtInFile("VN-2024")),
            SiteType.DEFAULT);
  }

  private static final class NoTimers implements Timers {
    @Override
    public Wait after(Duration wait, Pace pace, Runnable task) {
      return () -> {};
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public long physicsMillisSince(long fromNanos) {
      return 0;
    }
  }

  /** The reply of a question that may come from another thread. */
  public static <T> T ask(Consumer<Consumer<T>> question) {
    CompletableFuture<T> reply = new CompletableFuture<>();
    question.accept(reply::complete);
    return reply.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** The value, or a failed test. */
  public static <T> T yes(Answered<T> answer) {
    return switch (answer) {
      case Answered.Yes<T>(T value) -> value;
      case Answered.No<T>(var refusal) -> throw new AssertionError(refusal.code());
      case Answered.Failed<T>(String why) -> throw new AssertionError(why);
    };
  }

  /** The code of a refusal; empty when it was none. */
  public static <T> Optional<String> refused(Answered<T> answer) {
    return answer instanceof Answered.No<T>(var refusal)
        ? Optional.of(refusal.code())
        : Optional.empty();
  }
}
