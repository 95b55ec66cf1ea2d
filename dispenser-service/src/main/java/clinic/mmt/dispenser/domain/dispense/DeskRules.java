package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.DoseEvent.CalledBack;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Cup;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Desk;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.FoundNotFit;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Later;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Left;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Lifecycle;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Motion;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Mouth;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PourTapped;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.ReferredToDoctor;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Settlement;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.StopAsked;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Weight;
import clinic.mmt.dispenser.domain.dispense.State.BeforePour;
import clinic.mmt.dispenser.domain.dispense.Transition.Changed;
import clinic.mmt.dispenser.domain.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reviewing, Referred, Waiting: before anything was poured. */
final class DeskRules {

  private final Profile profile;

  DeskRules(Profile profile) {
    this.profile = profile;
  }

  Transition decide(BeforePour state, DoseEvent event) {
    return switch (event) {
      case Desk e -> atDesk(state, e);
      case StopAsked e -> Answers.unchanged();
      case Motion e -> Answers.notBeforePour(state);
      case Weight e -> Answers.notBeforePour(state);
      case Cup e -> Answers.notBeforePour(state);
      case Mouth e -> Answers.notBeforePour(state);
      case Settlement e -> Answers.notUnknown(state);
      case Later e -> Answers.notBeforePour(state);
      case Lifecycle e ->
          state.phase() == Phase.REVIEWING
              ? left(state.dose(), "the service was restarted")
              : Answers.unchanged();
    };
  }

  private Transition atDesk(BeforePour state, Desk event) {
    Dose dose = state.dose();
    return switch (event) {
      case PourTapped e -> pour(state, e);
      case ReferredToDoctor e ->
          Changed.to(new State.Referred(dose), new Effect.Release()).because(e.reason());
      case FoundNotFit e -> notFit(dose, e);
      case CalledBack e -> calledBack(state, e);
      case Left e -> left(dose, e.reason());
    };
  }

  /** Once: the place is kept and somebody looks again. Twice on one day: a doctor. */
  private static Transition notFit(Dose dose, FoundNotFit e) {
    return e.timesBefore() < 1
        ? Changed.to(new State.Waiting(dose), new Effect.Release())
            .noting(Map.of("lookAgainAt", e.lookAgainAt().toString()))
        : Changed.to(new State.Referred(dose), new Effect.Release())
            .because("not fit twice on one day (R-116)");
  }

  private Transition pour(BeforePour state, PourTapped e) {
    if (state.phase() != Phase.REVIEWING) {
      return new Transition.Refused(
          "not-at-the-counter",
          "This patient is waiting or with the doctor.",
          "identify the patient again");
    }
    Dose dose = state.dose();
    Duration age = Duration.between(dose.identification().at(), e.at());
    if (age.compareTo(profile.identityValid()) > 0 || age.isNegative()) {
      return new Transition.Refused(
          "identified-too-long-ago",
          "The patient was identified more than "
              + profile.identityValid().toMinutes()
              + " minutes ago.",
          "identify the patient again");
    }
    Dose next = Doses.intending(Doses.ordering(dose, e.order(), e.by()), e.intent());
    return new Changed(
        new State.Armed(next),
        "",
        Map.of("attestation", e.attestation()),
        List.of(Liquid.reserve(next, e.intent().commanded())),
        List.of(Effect.arm(e.intent(), e.order().cap())));
  }

  private static Transition calledBack(BeforePour state, CalledBack e) {
    Dose dose = Doses.identified(state.dose(), e.identification(), e.by());
    return state.phase() == Phase.REVIEWING
        ? Changed.to(new State.Reviewing(dose))
        : Changed.to(new State.Reviewing(dose), new Effect.Prepare());
  }

  private static Transition left(Dose dose, String why) {
    return Changed.to(new State.LeftBeforePour(dose), new Effect.Release()).because(why);
  }
}
