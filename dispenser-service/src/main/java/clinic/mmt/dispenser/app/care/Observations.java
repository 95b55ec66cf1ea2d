package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who is being watched after a dose. The time only reminds: it runs out without anything happening,
 * and a doctor who has looked at the patient ends it, before or after.
 */
public final class Observations {

  private final House house;

  /** For one clinic. */
  public Observations(House house) {
    this.house = house;
  }

  /** A doctor ends one; the answer is its id. */
  public void end(
      Session by, String observation, String finding, Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> decide(reads, by, observation, finding)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Decision<String> decide(
      Reads reads, Session by, String observation, String finding) {
    if (!by.roles().contains(Role.PRESCRIBER)) {
      return Decision.refuse(
          Refusal.of(
              "not-your-function",
              "R-117",
              "A doctor ends an observation.",
              "a doctor looks at the patient and ends it"));
    }
    Optional<Observation> open =
        reads.observations().stream().filter(o -> o.id().equals(observation)).findFirst();
    return open.<Decision<String>>map(
            o ->
                Decision.accept(
                    List.of(new Fact.ObservationEnded(o.id(), o.patient(), finding)), o.id()))
        .orElseGet(
            () ->
                Decision.refuse(
                    Refusal.of(
                        "no-such-observation",
                        "",
                        "Nobody is being watched under this id.",
                        "look at the list of observations again")));
  }
}
