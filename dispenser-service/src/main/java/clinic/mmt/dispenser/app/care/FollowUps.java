package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.Absence;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.ContactAttempt.How;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The counsellor's list: who stays away, and who tried to get in touch. Whose order ran out
 * while away stays on it until dosed, or left, or a prescriber has decided about the absence.
 */
public final class FollowUps {

  private final House house;
  private final Entitlement entitlement;

  /** For one clinic. */
  public FollowUps(House house) {
    this.house = house;
    this.entitlement = new Entitlement(house);
  }

  /**
   * Somebody on the list.
   *
   * @param orderHolds whether a prescription holds today
   * @param attempts to get in touch since the absence began, the first first
   */
  public record Listed(
      PatientId patient, Absence absence, boolean orderHolds, List<ContactAttempt> attempts) {}

  /**
   * An attempt that is noted.
   *
   * @param words may be empty, except for another way than the named ones
   */
  public record Attempt(PatientId patient, LocalDate day, How how, boolean reached, String words) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** Everybody on the list, the longest away first; a long read. */
  public List<Listed> list(Reads reads) {
    return reads.patients().stream()
        .filter(patient -> MovementRules.inCare(reads.episodes().movements(patient)))
        .flatMap(patient -> listed(reads, patient).stream())
        .sorted(Comparator.comparingInt((Listed l) -> l.absence().missed()).reversed())
        .toList();
  }

  private Optional<Listed> listed(Reads reads, PatientId patient) {
    Optional<Prescription> order = reads.prescription(patient, house.calendar().today());
    return Absence.of(house.calendar().today(), entitlement.doses(reads, patient))
        .filter(
            away ->
                order
                    .map(holds -> entitlement.toFollowUp(reads, holds).isPresent())
                    .orElseGet(() -> withoutOrder(reads, patient, away)))
        .map(away -> new Listed(patient, away, order.isPresent(), since(reads, patient, away)));
  }

  /** The stage is the one of the order by which the last dose was given. */
  private boolean withoutOrder(Reads reads, PatientId patient, Absence away) {
    return !reads.episodes().goesOn(patient, away.lastCovered())
        && house
            .rules(reads)
            .eligibility()
            .toFollowUp(
                away, reads.prescription(patient, away.lastCovered()).map(Prescription::stage));
  }

  private static List<ContactAttempt> since(Reads reads, PatientId patient, Absence away) {
    return reads.episodes().contacts(patient).stream()
        .filter(attempt -> attempt.day().isAfter(away.lastCovered()))
        .toList();
  }

  /** Notes an attempt; any staff may. The answer is its id. */
  public void tried(Session by, Attempt attempt, Consumer<Answered<String>> reply) {
    Staffed.act(
        house,
        by,
        reads ->
            fault(reads, attempt)
                .<Decision<String>>map(Decision::refuse)
                .orElseGet(() -> noted(by, attempt)),
        reply);
  }

  private Decision<String> noted(Session by, Attempt a) {
    String id = house.ids().next("ca");
    return Decision.accept(
        List.of(
            new RecordFact.ContactAttempted(
                new ContactAttempt(
                    id, a.patient(), a.day(), a.how(), a.reached(), a.words(), by.staff()))),
        id);
  }

  private Optional<Refusal> fault(Reads reads, Attempt attempt) {
    if (attempt.day().isAfter(house.calendar().today())) {
      return Optional.of(Staffed.toCome());
    }
    if (attempt.how() == How.OTHER && attempt.words().isBlank()) {
      return Optional.of(
          Refusal.of(
                  "contact-needs-words",
                  "R-40",
                  "Another way to get in touch is told in words.",
                  "write how it was tried")
              .vietnamese("Cách liên hệ khác phải ghi rõ.", "ghi đã liên hệ bằng cách nào"));
    }
    return Staffed.unknown(reads, attempt.patient());
  }
}
