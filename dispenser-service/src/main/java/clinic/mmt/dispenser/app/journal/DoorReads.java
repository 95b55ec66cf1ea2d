package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.DeskDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who came, and what happened before anything was poured. */
public interface DoorReads {

  /** The arrival of a patient on a clinic day. */
  Optional<Arrival.Placed> arrival(PatientId patient, LocalDate day);

  /** Everybody who came on a clinic day, by number; a long read. */
  List<Arrival.Placed> arrivals(LocalDate day);

  /** The last number given in a sitting of a clinic day, 0 before the first. */
  int lastNumber(LocalDate day, int sitting);

  /** What happened to a patient at the counters of a clinic day before anything was poured. */
  DeskDay deskDay(PatientId patient, LocalDate day);
}
