package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.IdentityFact;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Consent to fingerprints, its refusal and its withdrawal. Treatment never hangs on it: who
 * refuses is known by card and photo, by one dispenser.
 */
public final class Consents {

  private static final Set<Role> MAY =
      Set.of(Role.ADMINISTRATOR, Role.PRESCRIBER, Role.PHARMACIST, Role.DISPENSER);

  private final House house;

  /** For one clinic. */
  public Consents(House house) {
    this.house = house;
  }

  /**
   * Records what a patient said. A no deletes the templates first and is on record after that, so
   * that no crash leaves templates of somebody whom the record calls without; the answer says
   * whether both are done, and the same may be asked again.
   */
  public void note(
      Session by,
      PatientId patient,
      FingerConsent.Answer answer,
      String form,
      Consumer<Answered<FingerConsent>> reply) {
    FingerConsent said =
        new FingerConsent(patient, answer, form, house.calendar().today(), by.staff());
    if (answer == FingerConsent.Answer.GIVEN) {
      transact(by, said, List.of(new IdentityFact.FingerConsentNoted(said)), reply);
      return;
    }
    transact(
        by,
        said,
        List.of(),
        allowed -> {
          if (allowed instanceof Answered.Yes<FingerConsent>) {
            erase(said, reply, () -> noted(by, said, reply));
          } else {
            reply.accept(allowed);
          }
        });
  }

  /** Erased once more after it is on record: an enrolment may have ended in between. */
  private void noted(Session by, FingerConsent said, Consumer<Answered<FingerConsent>> reply) {
    transact(
        by,
        said,
        List.of(new IdentityFact.FingerConsentNoted(said)),
        done -> {
          if (done instanceof Answered.Yes<FingerConsent>) {
            erase(said, reply, () -> reply.accept(done));
          } else {
            reply.accept(done);
          }
        });
  }

  private void erase(FingerConsent said, Consumer<Answered<FingerConsent>> reply, Runnable then) {
    house
        .people()
        .eraseFingers(
            said.patient(),
            saved -> {
              switch (saved) {
                case People.Saved.Done done -> then.run();
                case People.Saved.Failed(String why) -> reply.accept(new Answered.Failed<>(why));
              }
            });
  }

  private void transact(
      Session by, FingerConsent said, List<Fact> facts, Consumer<Answered<FingerConsent>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  Optional<Refusal> no = refused(reads, by, said);
                  return no.isPresent()
                      ? Decision.<FingerConsent>refuse(no.get())
                      : Decision.accept(facts, said);
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Optional<Refusal> refused(Reads reads, Session by, FingerConsent said) {
    if (by.roles().stream().noneMatch(MAY::contains)) {
      return Optional.of(Refusals.notYours(MAY));
    }
    if (!reads.registered(said.patient())) {
      return Optional.of(Refusals.notRegistered());
    }
    return said.faultAfter(reads.identity().consent(said.patient())).map(Consents::refusal);
  }

  private static Refusal refusal(FingerConsent.Fault fault) {
    return switch (fault) {
      case ALREADY_ON_RECORD ->
          Refusal.of(
              "consent-on-record", "R-103", "This answer is on record already.", "nothing to do");
      case WAS_GIVEN ->
          Refusal.of(
              "consent-was-given",
              "R-103",
              "Consent was given, so it is withdrawn and not refused.",
              "record the withdrawal");
      case NOTHING_GIVEN ->
          Refusal.of(
              "no-consent-given",
              "R-103",
              "No consent is on record that could be withdrawn.",
              "record the refusal; templates are deleted by it too");
    };
  }

  /** What a patient said, in order; whoever records it may read it. */
  public void list(Session by, PatientId patient, Consumer<Answered<List<FingerConsent>>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    by.roles().stream().anyMatch(MAY::contains)
                        ? Decision.accept(List.of(), reads.identity().consents(patient))
                        : Decision.<List<FingerConsent>>refuse(Refusals.notYours(MAY))),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
