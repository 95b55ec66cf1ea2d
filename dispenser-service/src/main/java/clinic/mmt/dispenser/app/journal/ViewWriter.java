package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Compared;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The views as {@link Projection} writes them; a store refuses what breaks a constraint. */
public interface ViewWriter extends OversightViews {

  /** The journal's first entry. */
  void opened(Fact.JournalOpened fact);

  /** A clinic day began; an earlier one never comes back. */
  void dayBegan(LocalDate day);

  /** A member of staff holds exactly these functions from now on. */
  void staff(StaffId staff, Set<Role> roles);

  /** A patient is registered. */
  void patient(PatientId patient, long sequence);

  /** What matters of a person, in place of what was noted before. */
  void traits(PatientId patient, Traits traits);

  /** A dose that was not poured here; a later one with the same id replaces it. */
  void outside(OutsideDose dose);

  /** A hold is in force. */
  void hold(PlacedHold hold);

  /** A hold is in force no longer. */
  void holdLifted(String hold);

  /** A doctor released these reasons for one day. */
  void released(PatientId patient, LocalDate day, Set<String> codes);

  /** More is known of a dose; what was learnt before stays. */
  void learnt(DoseId dose, Learnt more);

  /** A second dose was ordered, in place of an earlier order for the same part of the day. */
  void added(AddedDose order);

  /** Somebody is watched. */
  void observed(Observation observation);

  /** Somebody is watched no longer. */
  void observationEnded(String observation);

  /** Who came, and what happens before anything is poured. */
  DoorViews door();

  /** Who came into care, moved and left. */
  EpisodeViews episodes();

  /** Consent to fingerprints, and fingers that were passed over. */
  IdentityViews identity();

  /** Degraded modes, openings and downtimes. */
  DegradedViews degraded();

  /** Approvals and bottles of doses to take home. */
  TakeHomeViews takeHome();

  /** Bottles of the stock. */
  StockViews stock();

  /** Stock that left, and incidents of many doses. */
  OutgoingViews outgoing();

  /** Pumps, their lines, service acts and calibrations. */
  PumpViews pumps();

  /** Guest letters. */
  GuestViews guests();

  /** Packs of orders and of doses. */
  PackViews packs();

  /** Checkpoints and their key. */
  WitnessViews witness();

  /** A prescription was signed. */
  void prescription(Prescription prescription, long sequence);

  /** A prescription holds no longer, on any day. */
  void prescriptionEnded(PrescriptionId prescription);

  /** Patients of a file were taken in. */
  void importTaken(Fact.ImportTaken fact, long sequence);

  /** An order of a file waits for a signature. */
  void orderImported(ImportedOrder order, long sequence);

  /** An imported order was taken off its list. */
  void orderStruck(PrescriptionId order);

  /**
   * What waits of an import is a prescription from now on, as early in the order of prescriptions
   * as it was imported: an order that was signed for one patient since goes before it.
   */
  void importSigned(Fact.ImportSigned fact);

  /** A bottle stands at a station, in place of the one before. */
  void mounted(StationId station, MountedBottle mounted);

  /** A batch was received; later receipts of it replace what is known of it. */
  void batch(Batch batch);

  /** One of the first doses of a batch; a later one of the same dose replaces it. */
  void compared(BatchId batch, Compared compared, boolean stopped);

  /** The first doses of a batch are counted anew; a new density holds for mounted bottles too. */
  void remeasured(BatchId batch, Optional<Density> density);

  /** A bottle no longer stands at a station. */
  void unmounted(StationId station, BottleId bottle);

  /** The latest check of a station on a clinic day. */
  void checked(StationId station, LocalDate day, boolean passed);

  /** The latest state of a dose. */
  void dose(State state, long sequence);

  /** A second signature is owed. */
  void owed(Fact.SignatureOwed fact, long sequence);

  /** An act has both signatures; it owes none. */
  void signed(String act);

  /** Adds a change, plus or minus, to an account. */
  void balance(Account account, BatchId batch, Volume change);
}
