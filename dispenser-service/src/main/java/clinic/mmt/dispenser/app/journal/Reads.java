package clinic.mmt.dispenser.app.journal;

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
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The views, read by key: what a decision may look at. */
public interface Reads extends OversightReads {

  /** The first entry's facts; empty in an empty journal. */
  Optional<Fact.JournalOpened> opened();

  /** The latest clinic day that began; empty before the first. */
  Optional<LocalDate> latestDay();

  /** One dose. */
  Optional<State> dose(DoseId dose);

  /** The dose that is open or counts as taken for this part of the day, if there is one. */
  Optional<State> openOrTaken(PatientId patient, LocalDate day, DosePart part);

  /** The latest ended dose of this part that left the part free (voided, discarded, refused). */
  Optional<DoseId> latestFreed(PatientId patient, LocalDate day, DosePart part);

  /** The latest dose of an earlier day than {@code day} that counts as taken. */
  Optional<State> lastTaken(PatientId patient, LocalDate day);

  /**
   * Everyone whose prescription holds on {@code day}, in the order of registration; a long read.
   */
  List<Due> due(LocalDate day);

  /**
   * Prescriptions that hold on {@code day}, end on {@code last} or before, and have none after
   * them; the earliest end first. A long read.
   */
  default List<Prescription> endingBy(LocalDate day, LocalDate last) {
    return due(day).stream()
        .flatMap(due -> prescription(due.patient(), day).stream())
        .filter(p -> !p.lastDay().isAfter(last))
        .filter(p -> prescription(p.patient(), p.lastDay().plusDays(1)).isEmpty())
        .sorted(Comparator.comparing(Prescription::lastDay))
        .toList();
  }

  /** Doses that occupy a lane of this station, at most two. */
  List<State> atStation(StationId station);

  /** All doses in a state that is not ended, of all stations; used at start only. */
  List<State> unended();

  /** The prescription that holds for the patient on {@code day}. */
  Optional<Prescription> prescription(PatientId patient, LocalDate day);

  /** What is known of imports, and of orders that wait for a signature. */
  ImportReads imports();

  /** What is noted of a person. */
  Traits traits(PatientId patient);

  /**
   * Doses of this clinic that are open or count as taken, from {@code since} on, and before that
   * back to the latest day with one that was swallowed whole, in the order of their days: a dose in
   * doubt never hides the one that tolerance comes from.
   */
  List<PastDose> past(PatientId patient, LocalDate since);

  /**
   * Doses that were not poured here, from {@code since} on, and before that back to the latest day
   * with one that somebody confirmed.
   */
  List<OutsideDose> outside(PatientId patient, LocalDate since);

  /** Holds that nobody has lifted. */
  List<PlacedHold> holds(PatientId patient);

  /** Codes of the reasons that a doctor released for a day. */
  Set<String> released(PatientId patient, LocalDate day);

  /** Who came, and what happened before anything was poured. */
  DoorReads door();

  /** Who came into care, moved and left. */
  EpisodeReads episodes();

  /** Consent to fingerprints, and fingers that were passed over. */
  IdentityReads identity();

  /** Degraded modes, openings and downtimes. */
  DegradedReads degraded();

  /** Approvals and bottles of doses to take home. */
  TakeHomeReads takeHome();

  /** Bottles of the stock. */
  StockReads stock();

  /** Stock that left, and incidents of many doses. */
  OutgoingReads outgoing();

  /** Pumps, their lines, service acts and calibrations. */
  PumpReads pumps();

  /** Guest letters that hold. */
  GuestReads guests();

  /** Packs of orders and of doses. */
  PackReads packs();

  /** Checkpoints and their key. */
  WitnessReads witness();

  /** Everybody who was ever registered, the first first; a long read. */
  List<PatientId> patients();

  /** Whether the patient is registered. */
  boolean registered(PatientId patient);

  /** A batch that was received here. */
  Optional<Batch> batch(BatchId batch);

  /** The first weighed doses of a batch since its density was measured last (H90). */
  FirstDoses.Known firstDoses(BatchId batch);

  /** The bottle mounted at a station. */
  Optional<MountedBottle> mounted(StationId station);

  /** The balance of an account in a batch; zero when never used. */
  Volume balance(Account account, BatchId batch);

  /** Functions of a member of staff; empty when unknown. */
  Set<Role> roles(StaffId staff);

  /** Whether pump and scale of a station passed their check on a clinic day. */
  boolean checked(StationId station, LocalDate day);

  /** What was learnt of a dose besides its state. */
  Learnt learnt(DoseId dose);

  /** Orders of second doses of a patient's day, by their part. */
  List<AddedDose> added(PatientId patient, LocalDate day);

  /** Who is being watched, the one who is free first in front. */
  List<Observation> observations();

  /** Doses of a day of which more is known than their state, in the order of their ids. */
  List<DoseId> noted(LocalDate day);

  /** A remembered command. */
  Optional<CommandRecord> command(String id);

  /** Second signatures still owed, oldest first. */
  List<Fact.SignatureOwed> owed();
}
