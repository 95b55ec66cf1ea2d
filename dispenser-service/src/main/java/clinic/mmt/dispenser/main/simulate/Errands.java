package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.journal.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the office has to do besides, one thing after the other. Whatever got no answer, or could
 * not be stored, is asked again: the service may die between any two steps.
 */
final class Errands {

  private static final long AGAIN_NANOS = Clinic.SECOND;
  private static final long PATIENCE_NANOS = 300 * Clinic.SECOND;
  private static final int ASKED_MOST = 40;

  /** One thing to do; {@code done} is told whether that was all of it. */
  @FunctionalInterface
  interface Errand {
    void run(Process p, Consumer<Boolean> done);
  }

  private final Clinic clinic;
  private final Deque<Errand> waiting = new ArrayDeque<>();
  private Optional<Process> asked = Optional.empty();
  private long askedNanos;
  private int times;
  private boolean looking;

  /** Answers to anything else than the latest question are late, and are not listened to. */
  private long question;

  Errands(Clinic clinic) {
    this.clinic = clinic;
  }

  void add(Errand errand) {
    waiting.add(errand);
    if (!looking) {
      looking = true;
      clinic.time.soon(clinic.world, this::look);
    }
  }

  /** What follows at once on the thing that is being done. */
  void addNext(Errand errand) {
    Errand now = waiting.remove();
    waiting.addFirst(errand);
    waiting.addFirst(now);
  }

  /** Nothing is left to do. */
  boolean none() {
    return waiting.isEmpty();
  }

  private void look() {
    looking = !waiting.isEmpty();
    if (!looking) {
      return;
    }
    boolean owed =
        asked.isPresent()
            && asked.equals(clinic.process())
            && clinic.time.nanos() - askedNanos < PATIENCE_NANOS;
    if (!owed) {
      clinic.process().ifPresent(this::ask);
    }
    clinic.time.after(clinic.world, AGAIN_NANOS, this::look);
  }

  private void ask(Process p) {
    if (++times > ASKED_MOST) {
      clinic.judge.stuck("", "the office asked " + ASKED_MOST + " times for one thing");
      next();
      return;
    }
    long mine = ++question;
    asked = Optional.of(p);
    askedNanos = clinic.time.nanos();
    waiting.element().run(p, all -> clinic.time.soon(p.life, () -> answered(mine, all)));
  }

  private void answered(long of, boolean all) {
    if (of == question && asked.isPresent()) {
      asked = Optional.empty();
      if (all) {
        next();
        clinic.process().filter(p -> !waiting.isEmpty()).ifPresent(this::ask);
      }
    }
  }

  private void next() {
    waiting.poll();
    times = 0;
    asked = Optional.empty();
  }

  /** A yes is all; a no is told to {@code no}; what could not be stored is asked again. */
  <T> Consumer<Answered<T>> heard(Consumer<T> yes, Consumer<Refusal> no, Consumer<Boolean> done) {
    return answer -> {
      switch (answer) {
        case Answered.Yes<T>(T what) -> yes.accept(what);
        case Answered.No<T>(Refusal refusal) -> {
          clinic.judge.refused(refusal.code(), refusal.liftedBy());
          clinic.story.note(clinic, () -> "office: " + refusal.code());
          no.accept(refusal);
        }
        case Answered.Failed<T> f -> done.accept(false);
      }
    };
  }

  /** The same where a yes and a no are both all. */
  <T> Consumer<Answered<T>> heard(Consumer<Boolean> done) {
    return heard(yes -> done.accept(true), no -> done.accept(true), done);
  }
}
