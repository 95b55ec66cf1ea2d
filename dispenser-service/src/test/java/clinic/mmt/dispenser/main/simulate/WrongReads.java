package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.DegradedReads;
import clinic.mmt.dispenser.app.journal.DoorReads;
import clinic.mmt.dispenser.app.journal.Due;
import clinic.mmt.dispenser.app.journal.EpisodeReads;
import clinic.mmt.dispenser.app.journal.GuestReads;
import clinic.mmt.dispenser.app.journal.IdentityReads;
import clinic.mmt.dispenser.app.journal.ImportReads;
import clinic.mmt.dispenser.app.journal.OutgoingReads;
import clinic.mmt.dispenser.app.journal.PackReads;
import clinic.mmt.dispenser.app.journal.PumpReads;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.journal.TakeHomeReads;
import clinic.mmt.dispenser.app.journal.WitnessReads;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.FirstDoses;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The views as they are; a subclass reads one of them wrong. */
class WrongReads implements Reads {

  private final Reads real;

  WrongReads(Reads real) {
    this.real = real;
  }

  @Override
  public Optional<Fact.JournalOpened> opened() {
    return real.opened();
  }

  @Override
  public WitnessReads witness() {
    return real.witness();
  }

  @Override
  public List<ValueChange> valueChanges() {
    return real.valueChanges();
  }

  @Override
  public List<SignedValue> signedValues() {
    return real.signedValues();
  }

  @Override
  public List<Certificate> certificates() {
    return real.certificates();
  }

  @Override
  public List<ReviewFlag> reviews(PatientId patient) {
    return real.reviews(patient);
  }

  @Override
  public Optional<State> dose(DoseId dose) {
    return real.dose(dose);
  }

  @Override
  public Optional<State> openOrTaken(PatientId patient, LocalDate day, DosePart part) {
    return real.openOrTaken(patient, day, part);
  }

  @Override
  public Optional<DoseId> latestFreed(PatientId patient, LocalDate day, DosePart part) {
    return real.latestFreed(patient, day, part);
  }

  @Override
  public List<State> atStation(StationId station) {
    return real.atStation(station);
  }

  @Override
  public List<State> unended() {
    return real.unended();
  }

  @Override
  public ImportReads imports() {
    return real.imports();
  }

  @Override
  public Optional<Prescription> prescription(PatientId patient, LocalDate day) {
    return real.prescription(patient, day);
  }

  @Override
  public List<PatientId> patients() {
    return real.patients();
  }

  @Override
  public boolean registered(PatientId patient) {
    return real.registered(patient);
  }

  @Override
  public Optional<Batch> batch(BatchId batch) {
    return real.batch(batch);
  }

  @Override
  public IdentityReads identity() {
    return real.identity();
  }

  @Override
  public FirstDoses.Known firstDoses(BatchId batch) {
    return real.firstDoses(batch);
  }

  @Override
  public Optional<MountedBottle> mounted(StationId station) {
    return real.mounted(station);
  }

  @Override
  public Volume balance(Account account, BatchId batch) {
    return real.balance(account, batch);
  }

  @Override
  public Set<Role> roles(StaffId staff) {
    return real.roles(staff);
  }

  @Override
  public boolean checked(StationId station, LocalDate day) {
    return real.checked(station, day);
  }

  @Override
  public Optional<CommandRecord> command(String id) {
    return real.command(id);
  }

  @Override
  public List<Due> due(LocalDate day) {
    return real.due(day);
  }

  @Override
  public Optional<State> lastTaken(PatientId patient, LocalDate day) {
    return real.lastTaken(patient, day);
  }

  @Override
  public List<Fact.SignatureOwed> owed() {
    return real.owed();
  }

  @Override
  public Traits traits(PatientId patient) {
    return real.traits(patient);
  }

  @Override
  public List<PastDose> past(PatientId patient, LocalDate since) {
    return real.past(patient, since);
  }

  @Override
  public List<OutsideDose> outside(PatientId patient, LocalDate since) {
    return real.outside(patient, since);
  }

  @Override
  public List<PlacedHold> holds(PatientId patient) {
    return real.holds(patient);
  }

  @Override
  public Set<String> released(PatientId patient, LocalDate day) {
    return real.released(patient, day);
  }

  @Override
  public OutgoingReads outgoing() {
    return real.outgoing();
  }

  @Override
  public PumpReads pumps() {
    return real.pumps();
  }

  @Override
  public StockReads stock() {
    return real.stock();
  }

  @Override
  public TakeHomeReads takeHome() {
    return real.takeHome();
  }

  @Override
  public EpisodeReads episodes() {
    return real.episodes();
  }

  @Override
  public GuestReads guests() {
    return real.guests();
  }

  @Override
  public PackReads packs() {
    return real.packs();
  }

  @Override
  public DegradedReads degraded() {
    return real.degraded();
  }

  @Override
  public DoorReads door() {
    return real.door();
  }

  @Override
  public Optional<LocalDate> latestDay() {
    return real.latestDay();
  }

  @Override
  public Learnt learnt(DoseId dose) {
    return real.learnt(dose);
  }

  @Override
  public List<DoseId> noted(LocalDate day) {
    return real.noted(day);
  }

  @Override
  public List<AddedDose> added(PatientId patient, LocalDate day) {
    return real.added(patient, day);
  }

  @Override
  public List<Observation> observations() {
    return real.observations();
  }
}
