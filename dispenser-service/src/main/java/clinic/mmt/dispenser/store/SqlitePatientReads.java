package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of the reads that is about one patient's earlier doses, holds and orders. */
abstract class SqlitePatientReads extends SqliteOversight implements Reads {

  private final SqliteHistory history;

  SqlitePatientReads(Db db, Recent recent) {
    super(db, recent);
    this.history = new SqliteHistory(db, recent.answers());
  }

  @Override
  public Optional<Prescription> prescription(PatientId patient, LocalDate day) {
    return history.prescription(patient, day);
  }

  @Override
  public Traits traits(PatientId patient) {
    return history.traits(patient);
  }

  @Override
  public List<PastDose> past(PatientId patient, LocalDate since) {
    return history.past(patient, since);
  }

  @Override
  public List<OutsideDose> outside(PatientId patient, LocalDate since) {
    return history.outside(patient, since);
  }

  @Override
  public List<PlacedHold> holds(PatientId patient) {
    return history.holds(patient);
  }

  @Override
  public Set<String> released(PatientId patient, LocalDate day) {
    return history.released(patient, day);
  }

  @Override
  public Learnt learnt(DoseId dose) {
    return history.learnt(dose);
  }

  @Override
  public List<DoseId> noted(LocalDate day) {
    return history.noted(day);
  }

  @Override
  public List<AddedDose> added(PatientId patient, LocalDate day) {
    return history.added(patient, day);
  }

  @Override
  public List<Observation> observations() {
    return history.observations();
  }
}
