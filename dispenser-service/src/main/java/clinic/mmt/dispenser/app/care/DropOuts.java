package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.Absence;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.MissedDaysTable;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whom the profile's table of missed days puts on the list of those whose treatment may have ended
 * . It proposes; a prescriber, signed in by name, decides: «dropped out» as a leaving, or
 * treatment goes on. The program writes neither.
 */
public final class DropOuts {

  private final House house;
  private final Entitlement entitlement;

  /** For one clinic. */
  public DropOuts(House house) {
    this.house = house;
    this.entitlement = new Entitlement(house);
  }

  /** Somebody on the list. */
  public record Proposal(PatientId patient, Absence absence) {}

  /** Everybody to decide about, the longest away first; a long read. */
  public List<Proposal> proposals(Reads reads) {
    return reads.patients().stream()
        .flatMap(patient -> proposal(reads, patient).stream())
        .sorted(Comparator.comparingInt((Proposal p) -> p.absence().missed()).reversed())
        .toList();
  }

  /** Whether a prescriber is to decide about a patient, and since when the patient is away. */
  private Optional<Proposal> proposal(Reads reads, PatientId patient) {
    return absence(reads, patient)
        .filter(away -> !reads.episodes().goesOn(patient, away.lastCovered()))
        .filter(away -> MovementRules.inCare(reads.episodes().movements(patient)))
        .filter(away -> entitlement.isHere(reads, patient))
        .map(away -> new Proposal(patient, away));
  }

  /** An absence as long as the table's row; a profile without such a row proposes nothing. */
  private Optional<Absence> absence(Reads reads, PatientId patient) {
    Optional<Integer> from = table(reads, patient).episodeEndsFrom();
    return Absence.of(house.calendar().today(), entitlement.doses(reads, patient))
        .filter(away -> from.map(least -> away.missed() >= least).orElse(false));
  }

  /**
   * Whether somebody may be called dropped out today: away for as long as the table says, or where
   * a profile's table says nothing of it, whenever a prescriber decides so.
   */
  boolean possible(Reads reads, PatientId patient) {
    return table(reads, patient).episodeEndsFrom().isEmpty() || absence(reads, patient).isPresent();
  }

  private MissedDaysTable table(Reads reads, PatientId patient) {
    TreatmentRules rules = house.rules(reads).treatment();
    return reads.traits(patient).pregnant() ? rules.missedInPregnancy() : rules.missed();
  }

  /**
   * Treatment goes on: the proposal is quiet until days are missed anew. The answer is the last
   * covered day.
   */
  public void goesOn(
      Session by, PatientId patient, String reason, Consumer<Answered<LocalDate>> reply) {
    house
        .journal()
        .transact(
            new Transaction<LocalDate>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    by.roles().contains(Role.PRESCRIBER)
                        ? goesOn(by, reads, patient, reason)
                        : no(
                            "not-your-function",
                            "A doctor decides whether treatment goes on.",
                            "a prescriber")),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<LocalDate> goesOn(Session by, Reads reads, PatientId patient, String reason) {
    return proposal(reads, patient)
        .map(p -> p.absence().lastCovered())
        .<Decision<LocalDate>>map(
            last ->
                Decision.accept(
                    List.of(new Fact.TreatmentGoesOn(patient, last, reason, by.staff())), last))
        .orElseGet(
            () ->
                no(
                    "no-such-proposal",
                    "Nobody proposes that this patient dropped out.",
                    "nothing to do"));
  }

  private static <T> Decision<T> no(String code, String text, String wayOn) {
    return Decision.refuse(Refusal.of(code, "R-35", text, wayOn));
  }
}
