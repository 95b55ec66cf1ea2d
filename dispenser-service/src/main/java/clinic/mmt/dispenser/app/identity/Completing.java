package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.IdentityFact;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The end of an enrolment: judged, then the factors are written into the people file, then it is on
 * record. Templates that did not come on record are deleted again.
 */
final class Completing {

  private final House house;

  Completing(House house) {
    this.house = house;
  }

  record Asked(Session by, Draft draft, String words, Optional<Signature> second) {}

  void complete(Asked asked, Consumer<Answered<String>> reply) {
    decide(
        asked,
        false,
        allowed ->
            Enrolments.on(
                allowed,
                reply,
                yes ->
                    house
                        .people()
                        .enrol(
                            asked.draft().patient(),
                            asked.draft().photo().orElseThrow(),
                            asked.draft().fingers().stream().map(Draft.Proven::stored).toList(),
                            saved -> saved(asked, saved, reply))));
  }

  private void saved(Asked asked, People.Saved saved, Consumer<Answered<String>> reply) {
    switch (saved) {
      case People.Saved.Failed(String why) -> reply.accept(new Answered.Failed<>(why));
      case People.Saved.Done done ->
          decide(
              asked,
              true,
              answer -> {
                if (answer instanceof Answered.Yes<String> || asked.draft().fingers().isEmpty()) {
                  reply.accept(answer);
                } else {
                  house
                      .people()
                      .eraseFingers(asked.draft().patient(), gone -> reply.accept(answer));
                }
              });
    }
  }

  private void decide(Asked asked, boolean write, Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                asked.by().staff().value(),
                house.clock().instant(),
                reads -> {
                  Optional<Refusal> lacks = lacks(reads, asked);
                  return lacks.isPresent()
                      ? Decision.<String>refuse(lacks.get())
                      : signed(asked, write);
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Optional<Refusal> lacks(Reads reads, Asked asked) {
    Draft draft = asked.draft();
    if (!reads.registered(draft.patient())) {
      return Optional.of(Refusals.notRegistered());
    }
    boolean consent = FingerConsent.isGiven(reads.identity().consent(draft.patient()));
    if (!consent && !draft.fingers().isEmpty()) {
      return Optional.of(EnrolRefusals.noConsent());
    }
    return draft.soFar(consent, asked.words()).lack().map(EnrolRefusals::lacks);
  }

  private Decision<String> signed(Asked asked, boolean write) {
    TwoSign both =
        new TwoSign(
            ActKind.ENROLMENT,
            asked.by(),
            asked.second(),
            asked.draft().digest(asked.words()),
            "H104");
    return switch (both.judge(house)) {
      case TwoSign.Answer.No(Refusal refusal) -> Decision.refuse(refusal);
      case TwoSign.Answer.Signed(Signature second, Fact.ActSigned act) ->
          Decision.accept(
              write ? List.of(completed(asked, second), act) : List.of(), asked.draft().id());
    };
  }

  private Fact completed(Asked asked, Signature second) {
    Draft draft = asked.draft();
    return new IdentityFact.EnrolmentCompleted(
        new Enrolment(
            draft.id(),
            draft.patient(),
            draft.token(),
            house.calendar().today(),
            new Enrolment.Signers(asked.by().staff(), second.staff()),
            draft.fingers().stream().map(Draft.Proven::finger).toList(),
            draft.alike().map(List::size).orElse(0),
            asked.words()));
  }
}
