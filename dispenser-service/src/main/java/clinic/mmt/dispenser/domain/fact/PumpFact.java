package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The pump beside the doses: service acts, its line, calibration. */
public sealed interface PumpFact extends Fact {

  /**
   * A service act came to another phase.
   *
   * @param act as it stands now
   * @param due the purge that is owed now
   * @param passed of a check shot whether it agreed
   * @param words why it was asked, how it was settled; private
   * @param postings what it moved
   */
  record ActMoved(
      ServiceAct act,
      Optional<PurgeDue> due,
      Optional<Boolean> passed,
      String words,
      List<Posting> postings)
      implements PumpFact {}

  /**
   * What is in the line must not reach a patient: a purge is owed.
   *
   * @param words what happened; private
   */
  record PurgeAsked(StationId station, PurgeDue.Why why, StaffId by, String words)
      implements PumpFact {}

  /**
   * Liquid moved and nobody had asked for it, such as by the pump's own keys (H100): an incident.
   * What is missing is a discrepancy of the station until somebody explains it.
   *
   * @param day clinic day
   * @param how it was seen
   * @param missing so much, by the witness that saw it
   */
  record MovedAlone(
      StationId station, LocalDate day, How how, Volume missing, List<Posting> postings)
      implements PumpFact {

    /** By what it was seen. */
    public enum How {
      /** The pump had counted more than at the end of its last motion. */
      COUNTER,
      /**
       * The tared cup became heavier before anybody tapped, and the pump may say nothing of it. By
       * the scale alone a cup that was exchanged looks the same: nothing is posted, a count tells.
       */
      WEIGHT
    }
  }

  /** One more line of a pump's calibration log. */
  record Calibrated(Calibration calibration) implements PumpFact {}
}
