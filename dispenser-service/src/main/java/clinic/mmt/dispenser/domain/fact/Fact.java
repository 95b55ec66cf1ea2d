package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the journal can know. A fact is written once and never changed; views are folds over
 * facts. What is public and what is private in each is decided by the codec and written in {@code
 * docs/journal-format.md}.
 */
public sealed interface Fact {

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
  record JournalOpened(String clinic, String mode, String zone) implements Fact {}

  /**
   * A start of the service.
   *
   * @param version of the program
   * @param configuration SHA-256 of the configuration file, hex
   */
  record ServiceStarted(String version, String configuration) implements Fact {}

  /** A member of staff with functions; a later one for the same id replaces the functions. */
  record StaffRegistered(StaffId staff, Set<Role> roles) implements Fact {}

  /** A patient came into care here. Who that is lives in the people file. */
  record PatientRegistered(PatientId patient) implements Fact {}

  /** A prescription was signed; it replaces the patient's earlier one from its first day. */
  record PrescriptionSigned(Prescription prescription) implements Fact {}

  /** A prescription was ended before its last day. */
  record PrescriptionEnded(PrescriptionId prescription, PatientId patient, String reason)
      implements Fact {}

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
      implements Fact {}

  /** A bottle was mounted at a station and its line filled from it. */
  record BottleMounted(StationId station, MountedBottle mounted, List<Posting> postings)
      implements Fact {}

  /** A bottle was taken off a station. */
  record BottleUnmounted(StationId station, BottleId bottle, String reason) implements Fact {}

  /**
   * Pump and scale of a station passed (or not) their check of a clinic day.
   *
   * @param detail identities and figures of the check, for people
   */
  record StationChecked(StationId station, LocalDate day, boolean passed, String detail)
      implements Fact {}

  /**
   * An attempt to identify a person.
   *
   * @param outcome {@code match}, {@code mismatch}, {@code no-read}, {@code unknown-token}, {@code
   *     card-forged}, {@code card-revoked}, …
   * @param patient the candidate, when the token named one
   * @param detail score, attempts, device, for audit
   */
  record IdentityAttempted(
      StationId station, String outcome, Optional<PatientId> patient, Map<String, String> detail)
      implements Fact {}

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
      implements Fact {}

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
      implements Fact {}

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
      implements Fact {}
}
