package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.Identification.Method;
import clinic.mmt.dispenser.domain.identity.PassedOver;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Persons say who this is where no finger does: one dispenser by card and photo for whoever refuses
 * fingerprints, two after no usable image or an outage, a pharmacist or doctor in a doubt.
 */
final class Confirming {

  /** What goes on once persons have said who it is. */
  @FunctionalInterface
  interface Identified {
    void as(PatientId patient, Method method, List<Fact> facts);
  }

  private final Desk desk;
  private final Attempts attempts;
  private final Exceptions exceptions;
  private final Executor queue;
  private final Identified identified;
  private boolean resolving;

  /** Whether the reader was out of order when the finger was asked for last. */
  boolean readerBroken;

  Confirming(House house, Desk desk, Attempts attempts, Executor queue, Identified identified) {
    this.desk = desk;
    this.attempts = attempts;
    this.exceptions = new Exceptions(house, desk.station);
    this.queue = queue;
    this.identified = identified;
  }

  /**
   * Somebody says who this is.
   *
   * @param why what the signer says of a finger that could not be read
   * @param second the second signature, where one is needed
   */
  record Said(Session by, Optional<PassedOver> why, Optional<Signature> second) {}

  void resolve(Said said, Consumer<Reply> reply) {
    Optional<Refusal> no = refused(said.by());
    if (no.isPresent()) {
      reply.accept(new Reply.Refused(no.get()));
      return;
    }
    PatientId patient = desk.candidate.orElseThrow();
    if (desk.stage == Snapshot.Stage.PHOTO) {
      Map<String, String> who = Map.of("staff", said.by().staff().value());
      identified.as(
          patient, Method.CARD_AND_PHOTO, List.of(attempts.of("photo-confirmed", patient, who)));
      reply.accept(new Reply.Done(Method.CARD_AND_PHOTO.name()));
      return;
    }
    Snapshot.Stage stage = desk.stage;
    boolean doubt = stage == Snapshot.Stage.DOUBT;
    ActKind kind = doubt ? ActKind.IDENTITY_DOUBT : ActKind.NO_READ_EXCEPTION;
    boolean outage = readerBroken && !doubt;
    resolving = true;
    exceptions.decide(
        new Exceptions.Asked(patient, kind, outage, ofDoseHere(patient)),
        said,
        answer ->
            queue.execute(
                () -> {
                  resolving = false;
                  reply.accept(resolved(patient, stage, outage, answer));
                }));
  }

  /** The part of the dose that stands here for this person already. */
  private Optional<DosePart> ofDoseHere(PatientId patient) {
    return desk.onScale
        .map(State::dose)
        .filter(dose -> dose.patient().equals(patient))
        .map(dose -> dose.part());
  }

  private Optional<Refusal> refused(Session by) {
    if (resolving || desk.candidate.isEmpty() || !isOpen(desk.stage)) {
      return Optional.of(nothingToResolve());
    }
    boolean mayAct =
        by.roles().stream()
            .anyMatch(r -> r == Role.DISPENSER || r == Role.PHARMACIST || r == Role.PRESCRIBER);
    if (!mayAct) {
      return Optional.of(
          Refusal.of(
              "not-your-function",
              "",
              "Your functions do not include work at the counter.",
              "a dispenser, pharmacist or doctor signs in"));
    }
    return desk.users.containsKey(by.staff())
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "not-signed-in-here",
                "",
                "You are not signed in at this station.",
                "sign in at this station"));
  }

  private static boolean isOpen(Snapshot.Stage stage) {
    return switch (stage) {
      case PHOTO, NO_READ, DOUBT -> true;
      case CLOSED, IDLE, LOOKING_UP, FINGER, IDENTIFIED -> false;
    };
  }

  private Reply resolved(
      PatientId patient, Snapshot.Stage stage, boolean outage, Answered<Boolean> answer) {
    boolean still = desk.stage == stage && desk.candidate.map(patient::equals).orElse(false);
    if (answer instanceof Answered.Yes<Boolean> && still) {
      Method method = outage ? Method.OUTAGE_CARD_AND_PHOTO : Method.EXCEPTION_TWO_PERSONS;
      identified.as(patient, method, List.of());
      return new Reply.Done(method.name());
    }
    return switch (answer) {
      case Answered.Yes<Boolean> late -> new Reply.Refused(nothingToResolve());
      case Answered.No<Boolean>(Refusal refusal) -> new Reply.Refused(refusal);
      case Answered.Failed<Boolean>(String why) -> new Reply.Failed(why);
    };
  }

  private static Refusal nothingToResolve() {
    return Refusal.of("nothing-to-resolve", "", "Nobody's identity is open.", "present a card");
  }
}
