package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Power;
import java.util.Optional;

/**
 * What the counters run on, and what follows from it.
 *
 * @param papers where the list of who was dosed today is
 * @param noNewPours why no new pour begins; empty: it may
 */
public record PowerSeen(Power power, Papers papers, Optional<Refusal> noNewPours) {

  /** The list of who was dosed today and the downtime sheets, as files. */
  public sealed interface Papers {

    /** They are not needed, or not written yet. */
    record None() implements Papers {}

    /**
     * On the disk.
     *
     * @param place their folder
     */
    record At(String place) implements Papers {}

    /** They could not be written; it is tried again. */
    record Failed() implements Papers {}
  }
}
