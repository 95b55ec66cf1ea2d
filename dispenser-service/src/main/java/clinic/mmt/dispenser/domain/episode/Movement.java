package clinic.mmt.dispenser.domain.episode;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/**
 * A patient came into care, moved to another site or left: what reports can't rebuild later.
 *
 * @param id of the note
 * @param patient whose
 * @param step what happened
 * @param day on which it happened, not when it was noted
 * @param by who noted it; of leaving and admission the doctor who decided it
 */
public record Movement(String id, PatientId patient, Step step, LocalDate day, StaffId by) {

  /** What happened. */
  public sealed interface Step {}

  /** Came into care, for the first time or again. */
  public record Admitted(Source source) implements Step {}

  /** Is cared for at another site of this clinic from this day on. */
  public record Moved(String site) implements Step {}

  /**
   * Left care here.
   *
   * @param words more about it; empty unless somebody wrote any
   */
  public record Left(Why why, String words) implements Step {}

  /** Where somebody came from. */
  public enum Source {
    /** Of their own accord. */
    VOLUNTARY,
    /** From a detoxification centre. */
    DETOX_CENTRE,
    /** From another treatment site. */
    TRANSFER
  }

  /** Why somebody left. */
  public enum Why {
    /** Treatment is over as planned. */
    COMPLETED,
    /** To another treatment site. */
    TRANSFERRED,
    /** To prison or detention. */
    IMPRISONED,
    /** Died. */
    DIED,
    /** Wanted to stop. */
    OWN_WISH,
    /** The clinic ended treatment for a breach of its rules. */
    BREACH,
    /** Stayed away; a doctor's decision, never the program's. */
    DROPPED_OUT,
    /** Anything else, told in words. */
    OTHER
  }

  @Override
  public String toString() {
    return "Movement[" + id + "]";
  }
}
