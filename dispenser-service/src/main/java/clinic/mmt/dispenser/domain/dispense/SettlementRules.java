package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.DoseEvent.Cup;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Desk;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.FoundDiscarded;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.FoundDrunk;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.FoundInCup;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Later;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Lifecycle;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Motion;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Mouth;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.NeverKnown;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.ProvedUnmoved;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Settlement;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Weight;
import clinic.mmt.dispenser.domain.dispense.State.Unsettled;
import clinic.mmt.dispenser.domain.dispense.Transition.Changed;
import clinic.mmt.quantity.Volume;
import java.util.Map;

/** OutcomeUnknown: the part is blocked until persons have settled what happened. */
final class SettlementRules {

  Transition decide(Unsettled state, DoseEvent event, Holdings holdings) {
    return switch (event) {
      case Desk e -> Answers.unknown(state);
      case Motion e -> Answers.unchanged();
      case Weight e -> Answers.unknown(state);
      case Cup e -> Answers.unknown(state);
      case Mouth e -> Answers.unknown(state);
      case Settlement e -> settled(state.dose(), e, holdings);
      case Later e -> Answers.unknown(state);
      case Lifecycle e -> Answers.unchanged();
    };
  }

  private static Transition settled(Dose dose, Settlement event, Holdings holdings) {
    return switch (event) {
      case ProvedUnmoved e when dose.intents().getLast().pumped().isMoreThan(Volume.ZERO) ->
          new Transition.Refused(
              "it-moved",
              "The pump had counted this start before it became unknown.",
              "look for the cup and weigh it, or discard");
      case ProvedUnmoved e ->
          dose.intents().size() == 1 && dose.weighing().isEmpty()
              ? Changed.to(new State.Voided(dose), new Effect.Release())
                  .because(e.proof())
                  .posting(Liquid.release(dose, holdings))
              : Changed.to(new State.Discrepancy(Doses.withoutLastIntent(dose)))
                  .because(e.proof())
                  .posting(Liquid.release(dose, holdings));
      case FoundInCup e ->
          e.signed()
              ? Changed.to(
                      new State.Held(Doses.measured(Doses.weighed(dose, e.weighing()), e.at())))
                  .because("found in the cup and weighed")
                  .posting(Liquid.weighed(dose, holdings, e.weighing().volume()))
              : Answers.needsSignatures("Giving a dose of unknown outcome needs two persons.");
      case FoundDiscarded e ->
          Changed.to(new State.Discarded(dose), new Effect.Release())
              .because("unknown outcome, discarded")
              .posting(Liquid.discarded(dose, holdings, e.volume()));
      case FoundDrunk e -> drunk(dose, e, holdings);
      case NeverKnown e ->
          e.signed()
              ? Changed.to(
                      new State.Uncertain(Doses.observed(dose, e.by(), e.at())),
                      new Effect.Release())
                  .because("nobody will ever know")
                  .posting(Liquid.estimated(dose, holdings, e.volume(), 1000))
              : Answers.needsSignatures("Closing a dose as never known needs two persons.");
    };
  }

  private static Transition drunk(Dose dose, FoundDrunk e, Holdings holdings) {
    if (!e.signed()) {
      return Answers.needsSignatures("Saying that an unknown dose was drunk needs two persons.");
    }
    if (e.permilleTaken() < 1 || e.permilleTaken() > 1000) {
      return new Transition.Refused(
          "not-a-part", "Between 1 and 1000 thousandths were taken.", "say how much");
    }
    Phase phase = e.permilleTaken() == 1000 ? Phase.CONSUMED : Phase.PARTLY_TAKEN;
    return Changed.to(State.of(phase, Doses.observed(dose, e.by(), e.at())), new Effect.Release())
        .because("found drunk")
        .noting(Map.of("permilleTaken", Integer.toString(e.permilleTaken())))
        .posting(Liquid.estimated(dose, holdings, e.volume(), e.permilleTaken()));
  }
}
