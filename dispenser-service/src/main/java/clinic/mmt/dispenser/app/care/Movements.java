package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.episode.Movement.Step;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.episode.MovementRules.Fault;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A doctor notes who came into care, moved to another site or left. What is noted is the
 * doctor's decision: nothing in the program ends anybody's treatment.
 */
public final class Movements {

  private final House house;
  private final DropOuts dropOuts;

  /** For one clinic. */
  public Movements(House house) {
    this.house = house;
    this.dropOuts = new DropOuts(house);
  }

  /** Notes a movement on the day it happened; the answer is its id. */
  public void note(
      Session by, PatientId patient, Step step, LocalDate day, Consumer<Answered<String>> reply) {
    Movement next = new Movement(house.ids().next("mov"), patient, step, day, by.staff());
    house
        .journal()
        .transact(
            new Transaction<String>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    refusal(by, reads, next)
                        .<Decision<String>>map(Decision::refuse)
                        .orElseGet(
                            () ->
                                Decision.accept(List.of(new Fact.MovementNoted(next)), next.id()))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /** What was noted of a patient, the first first; any staff may read it. */
  public void list(Session by, PatientId patient, Consumer<Answered<List<Movement>>> reply) {
    house
        .journal()
        .transact(
            new Transaction<List<Movement>>(
                by.staff().value(),
                house.clock().instant(),
                reads -> Decision.accept(List.of(), reads.episodes().movements(patient))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /** Why a movement can't be noted; empty when it can. */
  Optional<Refusal> refusal(Session by, Reads reads, Movement next) {
    if (!by.roles().contains(Role.PRESCRIBER)) {
      return Optional.of(
          no(
              "not-your-function",
              "A doctor notes who comes into care and leaves.",
              "a prescriber"));
    }
    if (!reads.registered(next.patient())) {
      return Optional.of(no("not-registered", "There is no such patient.", "register the patient"));
    }
    return MovementRules.fault(
            reads.episodes().movements(next.patient()), next, house.calendar().today())
        .map(Movements::refusal)
        .or(() -> dosedSince(reads, next))
        .or(() -> notAwaySoLong(reads, next));
  }

  /** Whoever was dosed here on a later day had not left before. */
  private static Optional<Refusal> dosedSince(Reads reads, Movement next) {
    boolean dosed =
        next.step() instanceof Movement.Left
            && reads.past(next.patient(), next.day()).stream()
                .anyMatch(dose -> dose.day().isAfter(next.day()));
    return dosed
        ? Optional.of(
            no(
                "dosed-since-then",
                "A dose was given here after that day.",
                "name the day of the last dose, or a later one"))
        : Optional.empty();
  }

  /** The words weigh in law: nobody is called dropped out before the profile's table says so. */
  private Optional<Refusal> notAwaySoLong(Reads reads, Movement next) {
    boolean droppedOut =
        next.step() instanceof Movement.Left left && left.why() == Movement.Why.DROPPED_OUT;
    return droppedOut && !dropOuts.possible(reads, next.patient())
        ? Optional.of(
            no(
                "not-away-so-long",
                "The patient has not been away for as long as the table of missed days says.",
                "wait until then, or name the reason that is true"))
        : Optional.empty();
  }

  private static Refusal refusal(Fault fault) {
    return switch (fault) {
      case NOT_YET ->
          no("movement-to-come", "That day is still to come.", "note it on the day it happens");
      case BEFORE_THE_LAST ->
          no(
              "movement-before-the-last",
              "A movement of a later day is noted already.",
              "name a day that is not before it");
      case IN_CARE ->
          no(
              "in-care-already",
              "The patient is in care here.",
              "nothing to do; for an admission again note the leaving first");
      case NOT_IN_CARE ->
          no("not-in-care", "The patient has left care here.", "note the admission first");
      case WORDS_MISSING ->
          no("words-missing", "Another reason is told in words.", "write the reason");
    };
  }

  private static Refusal no(String code, String text, String wayOn) {
    return Refusal.of(code, "R-35", text, wayOn);
  }
}
