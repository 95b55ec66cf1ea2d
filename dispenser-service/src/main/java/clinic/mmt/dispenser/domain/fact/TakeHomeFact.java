package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.Collection;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import java.time.LocalDate;
import java.util.List;

/** Approvals and bottles of doses to take home. */
public sealed interface TakeHomeFact extends Fact {

  /** A doctor lets a patient take doses home. */
  record TakeHomeApproved(Approval approval) implements TakeHomeFact {}

  /**
   * An approval was ended.
   *
   * @param reason in words
   */
  record TakeHomeEnded(String approval, PatientId patient, String reason, StaffId by)
      implements TakeHomeFact {}

  /** Two persons filled and weighed one bottle for one day. */
  record TakeHomeFilled(TakeHomeBottle bottle, StaffId by, StaffId second, List<Posting> postings)
      implements TakeHomeFact {}

  /** Scanned bottles went out of the house: each is the dose of its day (R-54, H106). */
  record TakeHomeHandedOver(Collection collection, List<Posting> postings)
      implements TakeHomeFact {}

  /**
   * A bottle came back empty or full, was lost or discarded, or a doctor opened its day again.
   *
   * @param to its state after that
   * @param day clinic day
   * @param words what was said or found; empty for an empty bottle
   */
  record TakeHomeChanged(
      BottleId label,
      PatientId patient,
      TakeHomeBottle.State to,
      LocalDate day,
      String words,
      StaffId by,
      List<Posting> postings)
      implements TakeHomeFact {}
}
