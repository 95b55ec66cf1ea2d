package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.AfterCareRules;
import clinic.mmt.dispenser.domain.episode.AfterCareRules.Fault;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hand-overs to after-care. A completed leaving opens one by itself; a doctor or the head
 * notes the decision, that it was sent, and that the receiver acknowledged. An admission again ends
 * it: the patient is in care here.
 */
public final class AfterCares {

  private static final Set<Role> NOTE = Set.of(Role.PRESCRIBER, Role.HEAD);

  private final House house;

  /** For one clinic. */
  public AfterCares(House house) {
    this.house = house;
  }

  /**
   * A hand-over that is not acknowledged yet.
   *
   * @param overdue whether somebody has to look after it
   */
  public record Listed(AfterCare care, boolean overdue) {}

  /** Everything that is open, the overdue first and then by the day of leaving; a long read. */
  public List<Listed> open(Reads reads) {
    LocalDate today = house.calendar().today();
    int days = house.rules(reads).treatment().notices().afterCareOverdue();
    return reads.episodes().afterCare().stream()
        .filter(care -> !care.closed() && stands(reads, care))
        .map(care -> new Listed(care, AfterCareRules.overdue(care, today, days)))
        .sorted(
            Comparator.comparing((Listed listed) -> !listed.overdue())
                .thenComparing(listed -> listed.care().completed()))
        .toList();
  }

  /** Whether the leaving that opened it is still what was noted last of coming and going. */
  private static boolean stands(Reads reads, AfterCare care) {
    return reads.episodes().movements(care.patient()).reversed().stream()
        .filter(movement -> !(movement.step() instanceof Movement.Moved))
        .findFirst()
        .map(movement -> movement.id().equals(care.leaving()))
        .orElse(false);
  }

  /** Notes what was done about the hand-over that this leaving opened; the answer is its id. */
  public void note(
      Session by, String leaving, AfterCare.Step step, Consumer<Answered<String>> reply) {
    Staffed.act(
        house,
        by,
        reads ->
            Staffed.stranger(by, NOTE)
                .<Decision<String>>map(Decision::refuse)
                .orElseGet(() -> decide(reads, by, leaving, step)),
        reply);
  }

  private Decision<String> decide(Reads reads, Session by, String leaving, AfterCare.Step step) {
    Optional<AfterCare> care =
        reads.episodes().afterCare().stream()
            .filter(c -> c.leaving().equals(leaving) && stands(reads, c))
            .findFirst();
    if (care.isEmpty()) {
      return Decision.refuse(
          no(
              "no-such-hand-over",
              "No completed treatment has opened a hand-over under this id.",
              "look at the list of hand-overs; a leaving is noted as completed first"));
    }
    return AfterCareRules.fault(care.get(), step, house.calendar().today())
        .<Decision<String>>map(fault -> Decision.refuse(refusal(fault)))
        .orElseGet(
            () ->
                Decision.accept(
                    List.of(
                        new RecordFact.AfterCareNoted(
                            leaving, care.get().patient(), step, by.staff())),
                    leaving));
  }

  private static Refusal refusal(Fault fault) {
    return switch (fault) {
      case NOT_YET -> Staffed.toCome();
      case BEFORE_THE_LAST ->
          no(
              "hand-over-before-the-last",
              "The step before it is of a later day.",
              "name a day that is not before it");
      case NO_DECISION ->
          no(
              "hand-over-not-decided",
              "No decision names who receives the patient.",
              "note the decision with its number and the receiver first");
      case NOT_SENT ->
          no(
              "hand-over-not-sent",
              "It was not sent since it was decided.",
              "note the day it was sent first");
      case CLOSED ->
          no(
              "hand-over-acknowledged",
              "The receiver has acknowledged already.",
              "nothing to do; another receiver takes over from that one");
    };
  }

  private static Refusal no(String code, String text, String wayOn) {
    return Refusal.of(code, "R-97", text, wayOn);
  }
}
