package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Approvals and bottles of doses to take home. */
public interface TakeHomeReads {

  /** Approvals of a patient that nobody ended, in the order they were given. */
  List<Approval> approvals(PatientId patient);

  /** Bottles of a patient for days from {@code since} on, in the order of days and parts. */
  List<TakeHomeBottle> bottles(PatientId patient, LocalDate since);

  /** One bottle. */
  Optional<TakeHomeBottle> bottle(BottleId label);

  /** Bottles of a batch that are filled or with a patient, by label: whom a recall concerns. */
  List<TakeHomeBottle> outstanding(BatchId batch);
}
