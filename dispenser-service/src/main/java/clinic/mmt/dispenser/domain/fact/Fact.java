package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Compared;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.site.SiteStep;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the journal can know. A fact is written once and never changed; views are folds over
 * facts. What is public and what is private in each is decided by the codec and written in {@code
 * docs/journal-format.md}.
 */
public sealed interface Fact
    permits Fact.Common,
        DegradedFact,
        IdentityFact,
        OutgoingFact,
        OversightFact,
        PumpFact,
        RecordFact,
        StockDayFact,
        StockFact,
        TakeHomeFact,
        UnitFact,
        WitnessFact {

  /** What has no group of its own. */
  sealed interface Common extends Fact {}

  /** Movements of liquid that this fact posts; empty for most. */
  default List<Posting> postings() {
    return List.of();
  }

  /**
   * The first entry of every journal.
   *
   * @param clinic the clinic's id
   * @param mode {@code production} or {@code training}; never changes in one journal
   * @param zone the time zone that clinic days are counted in
   */
  record JournalOpened(String clinic, String mode, String zone) implements Common {}

  /**
   * A start of the service.
   *
   * @param version of the program
   * @param configuration SHA-256 of the configuration file, hex
   */
  record ServiceStarted(String version, String configuration) implements Common {}

  /** The service was ended in order, with nothing in motion; a loss of power writes none. */
  record ServiceEnded() implements Common {}

  /**
   * A clinic day began.
   *
   * @param day the clinic day
   * @param confirmed whether a person said so, after a start on another day than the last
   */
  record DayBegan(LocalDate day, boolean confirmed) implements Common {}

  /** A member of staff with functions; a later one for the same id replaces the functions. */
  record StaffRegistered(StaffId staff, Set<Role> roles) implements Common {}

  /** A patient came into care here. Who that is lives in the people file. */
  record PatientRegistered(PatientId patient) implements Common {}

  /** What a doctor or the registration noted about a patient; a later note replaces it. */
  record TraitsNoted(PatientId patient, Traits traits) implements Common {}

  /**
   * A dose that this clinic did not pour: in a hospital, as a guest elsewhere, handed out for a
   * day, or the last dose before a transfer to here. A later fact with the same id replaces it.
   */
  record OutsideDoseNoted(OutsideDose dose) implements Common {}

  /** Somebody asked not to dose a patient as usual. */
  record HoldPlaced(PlacedHold hold) implements Common {}

  /** A hold was lifted by whom its kind names. */
  record HoldLifted(String hold, PatientId patient, String reason) implements Common {}

  /**
   * A doctor who has seen the patient released reasons for one day.
   *
   * @param codes of the reasons, kebab-case
   * @param reason in words
   */
  record DoseReleased(PatientId patient, LocalDate day, Set<String> codes, String reason)
      implements Common {}

  /**
   * A doctor ordered a second dose of a day, linked to the first. A later one for the
   * same part of the day replaces it.
   */
  record AddedDoseOrdered(AddedDose order) implements Common {}

  /** Somebody is watched after a dose. */
  record ObservationBegan(Observation observation) implements Common {}

  /**
   * A doctor looked at the patient and ended an observation.
   *
   * @param finding in words
   */
  record ObservationEnded(String observation, PatientId patient, String finding)
      implements Common {}

  /** A patient came into care, moved to another site or left. */
  record MovementNoted(Movement movement) implements Common {}

  /**
   * A prescriber decided that somebody who stayed away has not dropped out.
   *
   * @param lastCovered last day with a dose before the absence: which absence it is about
   * @param reason in words
   */
  record TreatmentGoesOn(PatientId patient, LocalDate lastCovered, String reason, StaffId by)
      implements Common {}

  /** Something between this site and another one, such as a guest letter. */
  record SiteNoted(SiteStep step) implements Common {}

  /** A patient came, and got the number of the day. */
  record PatientArrived(Arrival arrival) implements Common {}

  /**
   * Staff put a patient of today's queue in front, or back to the place of the number.
   *
   * @param first whether in front
   * @param reason in words; no public screen ever shows it
   */
  record PrioritySet(PatientId patient, LocalDate day, boolean first, String reason)
      implements Common {}

  /**
   * A doctor has seen a patient whom a counter had sent; by releasing, signing,
   * lifting a hold, or just so.
   */
  record ReferralEnded(PatientId patient, LocalDate day, String reason) implements Common {}

  /** A prescription was signed; it replaces the patient's earlier one from its first day. */
  record PrescriptionSigned(Prescription prescription) implements Common {}

  /**
   * Patients of a file were taken in; their orders are inactive.
   *
   * @param imported id of the import
   * @param orders how many
   * @param file SHA-256 of the file, hex
   */
  record ImportTaken(String imported, int orders, String file) implements Common {}

  /** An order of a file, inactive until its list is signed. */
  record OrderImported(ImportedOrder order) implements Common {}

  /** A prescriber took an order off its list before signing; it never becomes active. */
  record OrderStruck(PrescriptionId order, PatientId patient, String reason) implements Common {}

  /**
   * A prescriber signed the printed list of an import: what still waits on it is a prescription.
   *
   * @param digest SHA-256 of exactly the list that was printed, hex
   */
  record ImportSigned(String imported, StaffId prescriber, String digest) implements Common {}

  /** A prescription was ended before its last day. */
  record PrescriptionEnded(PrescriptionId prescription, PatientId patient, String reason)
      implements Common {}

  /**
   * A batch was received into the store cabinet.
   *
   * @param density measured on site for this batch; empty until then
   */
  record BatchReceived(
      BatchId batch,
      Concentration concentration,
      Optional<Density> density,
      Volume received,
      List<Posting> postings)
      implements Common {}

  /**
   * One of the first weighed doses of a batch, pump against scale (H90).
   *
   * @param stopped nothing more is poured of the batch until it was measured again
   */
  record BatchCompared(BatchId batch, Compared compared, boolean stopped) implements Common {}

  /**
   * Two persons measured the density of a batch again, or calibrated the pump: its first doses are
   * counted anew.
   *
   * @param density the new one; empty when only the pump was calibrated
   * @param detail what was done, for people
   */
  record BatchRemeasured(BatchId batch, Optional<Density> density, String detail)
      implements Common {}

  /** A bottle was mounted at a station and its line filled from it. */
  record BottleMounted(StationId station, MountedBottle mounted, List<Posting> postings)
      implements Common {}

  /** A bottle was taken off a station. */
  record BottleUnmounted(StationId station, BottleId bottle, String reason) implements Common {}

  /**
   * Pump and scale of a station passed (or not) their check of a clinic day.
   *
   * @param detail identities and figures of the check, for people
   */
  record StationChecked(StationId station, LocalDate day, boolean passed, String detail)
      implements Common {}

  /**
   * An attempt to identify a person.
   *
   * @param outcome {@code match}, {@code mismatch}, {@code no-read}, {@code card-forged}, …
   * @param patient the candidate, when the token named one
   * @param detail score, attempts, device, for audit
   */
  record IdentityAttempted(
      StationId station, String outcome, Optional<PatientId> patient, Map<String, String> detail)
      implements Common {

    /** The outcome of a finger that could not be read and was passed over by signatures. */
    public static final String NO_READ_EXCEPTION = "no-read-exception";

    /** A good image of another finger; with the clinic day among the details. */
    public static final String MISMATCH = "mismatch";

    /** A doubt of a clinic day is over: decided by those who may, or the right finger came. */
    public static final String DOUBT_LIFTED = "doubt-lifted";

    /** The outcome of card and photo while the reader is out of order, counted on the day. */
    public static final String OUTAGE_EXCEPTION = "outage-exception";

    /** Card and photo of a person on a clinic day, while the reader is out of order. */
    public static IdentityAttempted outage(StationId station, PatientId patient, LocalDate day) {
      return new IdentityAttempted(
          station, OUTAGE_EXCEPTION, Optional.of(patient), Map.of("day", day.toString()));
    }

    /** A passed over finger of a person, for a part of a clinic day. */
    public static IdentityAttempted exception(
        StationId station, PatientId patient, LocalDate day, DosePart part) {
      return exception(station, patient, day, part, Map.of());
    }

    /** The same, with why and by what the person was known ({@code PassedOver}). */
    public static IdentityAttempted exception(
        StationId station,
        PatientId patient,
        LocalDate day,
        DosePart part,
        Map<String, String> more) {
      Map<String, String> detail = new HashMap<>(more);
      detail.put("day", day.toString());
      detail.put("part", Integer.toString(part.number()));
      return new IdentityAttempted(
          station, NO_READ_EXCEPTION, Optional.of(patient), Map.copyOf(detail));
    }
  }

  /**
   * A dose moved to another state, or something was learnt about it.
   *
   * @param event what happened, the kebab-case name of the machine's event
   * @param from the state before; empty for a new dose
   * @param to the state after, with all that is known of the dose
   * @param reason in words or a code, empty when the event says it all; private
   * @param detail attestations, fractions, figures: private
   */
  record DoseMoved(
      String event,
      Optional<Phase> from,
      State to,
      String reason,
      Map<String, String> detail,
      List<Posting> postings)
      implements Common {}

  /**
   * An act that needs two persons was done with the second signature still owed.
   *
   * @param act id of the act
   * @param kind which act
   * @param digest SHA-256 of exactly what was signed, hex
   * @param first who signed
   * @param due last clinic day for the second signature
   */
  record SignatureOwed(String act, String kind, String digest, StaffId first, LocalDate due)
      implements Common {}

  /**
   * Two persons signed exactly one act.
   *
   * @param mode {@code live}, {@code remote} or {@code deferred}
   * @param flagged two signatures less than 2 s apart at one terminal
   */
  record ActSigned(
      String act,
      String kind,
      String digest,
      StaffId first,
      StaffId second,
      String mode,
      boolean flagged)
      implements Common {}
}
