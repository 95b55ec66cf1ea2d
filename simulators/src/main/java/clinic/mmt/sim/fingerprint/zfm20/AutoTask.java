package clinic.mmt.sim.fingerprint.zfm20;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** AutoEnroll or AutoIdentify of the R503: the module works by itself and reports its steps. */
final class AutoTask {

  /**
   * One report.
   *
   * @param enrolling else identifying
   * @param step its number on the line
   * @param page of a finger that was stored or found; 0 before
   * @param score of a finger that was found
   * @param last whether the task has ended
   */
  record Report(
      boolean enrolling, Confirmation confirmation, int step, int page, int score, boolean last) {}

  /**
   * What was ordered.
   *
   * @param enrol else identify
   * @param page to store at, or the first to search
   * @param count pages to search
   * @param level of the search
   */
  record Order(boolean enrol, int page, int count, int level) {}

  /**
   * How it is done.
   *
   * @param steps whether each step is reported, or the end only
   * @param duplicates whether a finger may be enrolled twice
   * @param lifts whether the finger has to be lifted between captures
   * @param errorsMax bad images that end an identification; 0 = without end
   * @param hexSteps whether the steps from the tenth on are numbered 10, 11, 12 in hex
   */
  record Manner(
      boolean steps, boolean duplicates, boolean lifts, int errorsMax, boolean hexSteps) {}

  /** Where it stands. */
  private enum Phase {
    IMAGE,
    FEATURES,
    LIFT,
    END
  }

  private static final int CAPTURES = 6;
  private static final int DUPLICATE_STEP = 0x0D;
  private static final int MERGE_STEP = 0x0E;
  private static final int STORE_STEP = 0x0F;
  private static final int TENTH = 10;
  private static final int HEX_JUMP = 6;
  private static final long MILLISECOND = 1_000_000;
  private static final long CAPTURE_NANOS = 200 * MILLISECOND;
  private static final long FEATURES_NANOS = 300 * MILLISECOND;

  private final ZfmModule module;
  private final Order order;
  private final Manner manner;
  private final long patienceNanos;
  private final Deque<Report> reports = new ArrayDeque<>();
  private Phase phase = Phase.IMAGE;
  private long phaseNanos;
  private int captures;
  private int errors;

  AutoTask(ZfmModule module, Order order, Manner manner, long patienceNanos) {
    this.module = module;
    this.order = order;
    this.manner = manner;
    this.patienceNanos = patienceNanos;
  }

  Optional<Report> nextReport() {
    return Optional.ofNullable(reports.pollFirst());
  }

  void advance(long nanos) {
    phaseNanos += nanos;
    switch (phase) {
      case IMAGE -> awaitImage();
      case FEATURES -> extract();
      case LIFT -> awaitLift();
      case END -> {
        // The last report is on its way.
      }
    }
  }

  private void go(Phase next) {
    phase = next;
    phaseNanos = 0;
  }

  private int step(int number) {
    return number >= TENTH && manner.hexSteps() ? number + HEX_JUMP : number;
  }

  private void tell(Confirmation confirmation, int step) {
    boolean last = confirmation != Confirmation.DONE;
    if (last || manner.steps()) {
      reports.addLast(new Report(order.enrol(), confirmation, step, 0, 0, last));
    }
    if (last) {
      go(Phase.END);
    }
  }

  private void end(Confirmation confirmation, int step, int page, int score) {
    reports.addLast(new Report(order.enrol(), confirmation, step, page, score, true));
    go(Phase.END);
  }

  private void awaitImage() {
    if (phaseNanos >= patienceNanos) {
      tell(Confirmation.TIMED_OUT, step(2 * captures + 1));
    } else if (phaseNanos >= CAPTURE_NANOS && module.isFingerOnGlass()) {
      Confirmation captured = module.captureImage();
      if (captured == Confirmation.DONE) {
        tell(captured, step(2 * captures + 1));
        go(Phase.FEATURES);
      }
    }
  }

  private void extract() {
    if (phaseNanos < FEATURES_NANOS) {
      return;
    }
    Confirmation found = module.extract(captures + 1);
    int step = step(2 * captures + 2);
    if (found != Confirmation.DONE) {
      poorImage(found, step);
      return;
    }
    tell(found, step);
    captures++;
    if (!order.enrol()) {
      identify();
    } else if (captures == CAPTURES) {
      store();
    } else {
      go(manner.lifts() ? Phase.LIFT : Phase.IMAGE);
    }
  }

  /** An enrolment ends at a poor image; an identification tries again, so often as it was told. */
  private void poorImage(Confirmation found, int step) {
    errors++;
    boolean ends = order.enrol() || (manner.errorsMax() > 0 && errors >= manner.errorsMax());
    if (ends) {
      tell(found, step);
    } else {
      if (manner.steps()) {
        reports.addLast(new Report(order.enrol(), found, step, 0, 0, false));
      }
      go(Phase.IMAGE);
    }
  }

  private void awaitLift() {
    if (!module.isFingerOnGlass()) {
      go(Phase.IMAGE);
    } else if (phaseNanos >= patienceNanos) {
      tell(Confirmation.TIMED_OUT, step(2 * captures + 1));
    }
  }

  private void identify() {
    int step = 3;
    if (module.library().count() == 0) {
      tell(Confirmation.LIBRARY_EMPTY, step);
      return;
    }
    ZfmModule.Found found =
        module.search(module.buffers().wanted(1), order.page(), order.count(), order.level());
    end(found.confirmation(), step, found.page(), found.score());
  }

  private void store() {
    ZfmModule.Found twin =
        module.search(module.buffers().wanted(1), 0, module.library().capacity(), module.level());
    if (twin.confirmation() == Confirmation.DONE && !manner.duplicates()) {
      tell(Confirmation.ENROLLED_ALREADY, DUPLICATE_STEP);
      return;
    }
    tell(Confirmation.DONE, DUPLICATE_STEP);
    Confirmation merged = module.merge();
    tell(merged, MERGE_STEP);
    if (merged == Confirmation.DONE) {
      Confirmation stored = module.store(1, order.page());
      end(stored, STORE_STEP, stored == Confirmation.DONE ? order.page() : 0, 0);
    }
  }
}
