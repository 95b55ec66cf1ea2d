package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.DoseEvent.Correction;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Cup;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Desk;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Later;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Lifecycle;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Motion;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Mouth;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Settlement;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Vomited;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Weight;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.WrongDose;
import clinic.mmt.dispenser.domain.dispense.State.Ended;
import clinic.mmt.dispenser.domain.dispense.Transition.Changed;
import clinic.mmt.dispenser.domain.profile.Profile;
import java.util.Map;

/** Ended doses: nothing happens to them any more, but more may be learnt of a consumed one. */
final class EndedRules {

  private final Profile profile;

  EndedRules(Profile profile) {
    this.profile = profile;
  }

  Transition decide(Ended state, DoseEvent event) {
    return switch (event) {
      case Desk e -> Answers.ended(state);
      case Motion e -> Answers.unchanged();
      case Weight e -> Answers.ended(state);
      case Cup e -> Answers.ended(state);
      case Mouth e -> Answers.ended(state);
      case Settlement e -> Answers.ended(state);
      case Later e -> state.phase() == Phase.CONSUMED ? learnt(state, e) : Answers.ended(state);
      case Lifecycle e -> Answers.unchanged();
    };
  }

  private Transition learnt(Ended state, Later event) {
    return switch (event) {
      case Vomited e ->
          e.minutes() < 0 || e.minutes() > 24 * 60
              ? new Transition.Refused(
                  "not-minutes", "Minutes are between 0 and 1440.", "say how many minutes")
              : Changed.to(state)
                  .noting(Map.of("minutes", Integer.toString(e.minutes()), "seenBy", e.seenBy()));
      case WrongDose e -> Changed.to(state).because(e.what());
      case Correction e -> correction(state, e);
    };
  }

  /** A corrected mis-tap leaves the dose taken, and its end uncertain until somebody says more. */
  private Transition correction(Ended state, Correction e) {
    Dose dose = state.dose();
    boolean own =
        dose.observedBy().map(e.by()::equals).orElse(false)
            && dose.endedAt()
                .map(at -> !e.at().isAfter(at.plus(profile.correctionWithin())))
                .orElse(false);
    return own || e.signed()
        ? Changed.to(new State.Uncertain(dose)).because("the second tap was a mistake")
        : Answers.needsSignatures("A mis-tap is corrected by the same user within 2 minutes.");
  }
}
