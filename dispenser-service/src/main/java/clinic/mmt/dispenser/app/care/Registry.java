package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.eligibility.Reason;
import clinic.mmt.dispenser.domain.eligibility.ReasonCode;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Registers patients. The person row is written first. */
public final class Registry {

  private final House house;

  /** For one clinic. */
  public Registry(House house) {
    this.house = house;
  }

  /** A person with the factors of identity, and what is recorded from the first day. */
  public record NewPatient(
      Person person, List<StoredFinger> fingers, List<String> tokens, Recorded recorded) {

    /** Of whom nothing is recorded yet. */
    public NewPatient(Person person, List<StoredFinger> fingers, List<String> tokens) {
      this(person, fingers, tokens, Recorded.NOTHING);
    }

    @Override
    public String toString() {
      return "•••";
    }
  }

  /**
   * Registers a patient; the answer is the opaque id. Nobody is registered who is too young for
   * certain, the day of birth not being known.
   */
  public void register(String actor, NewPatient patient, Consumer<Answered<PatientId>> reply) {
    int least = house.treatment().ages().least();
    if (house.calendar().today().getYear() - patient.person().birthYear() < least) {
      Reason young = new Reason(ReasonCode.TOO_YOUNG, List.of(Integer.toString(least)));
      reply.accept(new Answered.No<>(Entitlement.refusal(List.of(young))));
      return;
    }
    if (patient.recorded().admission().map(this::toCome).orElse(false)) {
      reply.accept(new Answered.No<>(Staffed.toCome()));
      return;
    }
    PatientId id = new PatientId(house.ids().next("p"));
    house
        .people()
        .register(
            id,
            patient.person(),
            patient.fingers(),
            patient.tokens(),
            saved -> {
              switch (saved) {
                case People.Saved.Failed f -> reply.accept(new Answered.Failed<>(f.why()));
                case People.Saved.Done d ->
                    house
                        .journal()
                        .transact(
                            new Transaction<>(
                                actor,
                                house.clock().instant(),
                                reads -> Decision.accept(facts(actor, id, patient), id)),
                            outcome -> reply.accept(Answered.of(outcome)));
              }
            });
  }

  private boolean toCome(Recorded.Admission admission) {
    return admission.day().isAfter(house.calendar().today());
  }

  private List<Fact> facts(String actor, PatientId id, NewPatient patient) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.PatientRegistered(id));
    facts.addAll(
        patient.recorded().facts(id, new StaffId(actor), house.calendar().today(), house.ids()));
    return facts;
  }
}
