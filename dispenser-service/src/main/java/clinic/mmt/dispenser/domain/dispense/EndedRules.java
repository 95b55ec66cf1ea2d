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
import clinic.mmt.quantity.Volume;
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
      case Later e -> later(state, e);
      case Lifecycle e -> Answers.unchanged();
    };
  }

  /** More may be learnt of a consumed dose; "given back" may be a mis-tap that freed the day. */
  private Transition later(Ended state, Later event) {
    return switch (event) {
      case Correction e when state.phase() == Phase.REFUSED -> notGivenBack(state, e);
      case Later e when state.phase() == Phase.CONSUMED -> learnt(state, e);
      case Later e -> Answers.ended(state);
    };
  }

  /** In doubt it counts as taken: the part is closed again and the waste was never there. */
  private Transition notGivenBack(Ended state, Correction e) {
    Dose dose = state.dose();
    Volume inCup = dose.weighing().map(Weighing::volume).orElse(Volume.ZERO);
    Liquid liquid = Liquid.of(dose);
    return mayCorrect(dose, e)
        ? Changed.to(new State.Uncertain(dose))
            .because("given back was a mistake")
            .posting(liquid.move(liquid.waste(), Liquid.patient(), inCup).posting())
        : Answers.needsSignatures("A mis-tap is corrected by the same user within 2 minutes.");
  }

  private Transition learnt(Ended state, Later event) {
    return switch (event) {
      case Vomited e ->
          e.minutes() < 0 || e.minutes() > 24 * 60
              ? new Transition.Refused(
                  "not-minutes", "Minutes are between 0 and 1440.", "say how many minutes")
              : Changed.to(state)
                  .noting(Map.of("minutes", Integer.toString(e.minutes()), "seenBy", e.seenBy()));
      case WrongDose e -> Changed.to(state).because(e.what()).noting(wrong(e));
      case Correction e -> correction(state, e);
    };
  }

  private static Map<String, String> wrong(WrongDose e) {
    return e.given()
        .map(
            given ->
                Map.of(
                    "wrong", e.wrong().name(),
                    "givenMicrograms", Long.toString(given.micrograms())))
        .orElse(Map.of("wrong", e.wrong().name()));
  }

  /** A corrected mis-tap leaves the dose taken, and its end uncertain until somebody says more. */
  private Transition correction(Ended state, Correction e) {
    Dose dose = state.dose();
    return mayCorrect(dose, e)
        ? Changed.to(new State.Uncertain(dose)).because("the second tap was a mistake")
        : Answers.needsSignatures("A mis-tap is corrected by the same user within 2 minutes.");
  }

  private boolean mayCorrect(Dose dose, Correction e) {
    boolean own =
        dose.observedBy().map(e.by()::equals).orElse(false)
            && dose.endedAt()
                .map(at -> !e.at().isAfter(at.plus(profile.correctionWithin())))
                .orElse(false);
    return own || e.signed();
  }
}
