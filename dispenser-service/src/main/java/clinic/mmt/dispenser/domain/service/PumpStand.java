package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.stock.BatchId;
import java.util.Optional;

/**
 * What has to be known of a station's pump before it pours.
 *
 * @param due a purge that is owed
 * @param open a service act that is under way or of unknown outcome
 * @param failed what it failed last, and nothing was passed since
 * @param lastBatch the batch that entered the line last
 * @param chart what the doses say of it since it was calibrated
 */
public record PumpStand(
    Optional<PurgeDue> due,
    Optional<String> open,
    Optional<Failed> failed,
    Optional<BatchId> lastBatch,
    PumpChart chart) {

  /** Nothing is known. */
  public static final PumpStand NEW =
      new PumpStand(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PumpChart.EMPTY);

  /** What a pump failed. */
  public enum Failed {
    /** A calibration. */
    CALIBRATION,
    /** A check shot. */
    CHECK_SHOT,
    /** Nothing yet: another pump was put in its place, and no check shot was passed with it. */
    REPLACED
  }

  /** After an act moved to another phase. */
  public PumpStand after(ServiceAct act, Optional<PurgeDue> owed, Optional<Boolean> passed) {
    return new PumpStand(
        owed,
        act.phase().open() ? Optional.of(act.id()) : Optional.empty(),
        passed.map(this::checked).orElse(failed),
        lastBatch,
        chart);
  }

  private Optional<Failed> checked(boolean passed) {
    if (failed.equals(Optional.of(Failed.CALIBRATION))) {
      return failed;
    }
    return passed ? Optional.empty() : Optional.of(Failed.CHECK_SHOT);
  }

  /** After a calibration; one that was passed starts a new chart. */
  public PumpStand after(Calibration calibration) {
    return calibration.passed()
        ? new PumpStand(due, open, Optional.empty(), lastBatch, PumpChart.EMPTY)
        : new PumpStand(due, open, Optional.of(Failed.CALIBRATION), lastBatch, chart);
  }

  /** A purge is owed from now on. */
  public PumpStand owing(PurgeDue purge) {
    return new PumpStand(Optional.of(purge), open, failed, lastBatch, chart);
  }

  /**
   * Another pump stands here: its line is as one that was taken out, and nothing is known of it.
   */
  public PumpStand replaced() {
    return new PumpStand(
        Optional.of(PurgeDue.of(PurgeDue.Why.CLEANED)),
        open,
        Optional.of(Failed.REPLACED),
        lastBatch,
        PumpChart.EMPTY);
  }

  /** Liquid of a batch entered the line. */
  public PumpStand entered(BatchId batch) {
    return lastBatch.equals(Optional.of(batch))
        ? this
        : new PumpStand(due, open, failed, Optional.of(batch), chart);
  }

  /** With another chart. */
  public PumpStand with(PumpChart now) {
    return new PumpStand(due, open, failed, lastBatch, now);
  }
}
