package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;

/**
 * Approvals and bottles of doses to take home; a store refuses a second bottle of a patient's day
 * and part, and a bottle beside a dose of it.
 */
public interface TakeHomeViews {

  /** A doctor approved. */
  void approved(Approval approval);

  /** An approval holds no longer. */
  void approvalEnded(String approval);

  /** A bottle was filled. */
  void filled(TakeHomeBottle bottle);

  /** A bottle stands elsewhere. */
  void changed(BottleId label, TakeHomeBottle.State to);
}
