package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.DoseEvent.Cup;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Desk;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.GivenBack;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.HandOver;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Later;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Lifecycle;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Motion;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Mouth;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.NotSeen;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PartTaken;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Settlement;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.SpiltByPatient;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Swallowed;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.WalkedOff;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Weight;
import clinic.mmt.dispenser.domain.dispense.State.WithPatient;
import clinic.mmt.dispenser.domain.dispense.Transition.Changed;
import clinic.mmt.dispenser.domain.stock.Account;
import java.util.Map;

/** HandedOver: the person has the cup; the dose ends in the right mouth or as somebody says. */
final class MouthRules {

  Transition decide(WithPatient state, DoseEvent event, Holdings holdings) {
    return switch (event) {
      case Desk e -> Answers.handedOver(state);
      case Motion e -> Answers.unchanged();
      case Weight e -> Answers.handedOver(state);
      // The scale and a tap may both say it: the second one changes nothing.
      case HandOver e -> Answers.unchanged();
      case Cup e -> Answers.handedOver(state);
      case Mouth e -> ended(state.dose(), e, holdings);
      case Settlement e -> Answers.notUnknown(state);
      case Later e -> Answers.handedOver(state);
      case Lifecycle e -> Answers.unchanged();
    };
  }

  private static Transition ended(Dose dose, Mouth event, Holdings holdings) {
    return switch (event) {
      case Swallowed e ->
          taken(Doses.observed(dose, e.by(), e.at()), Phase.CONSUMED, 1000, holdings)
              .noting(Map.of("attestation", e.attestation()));
      case PartTaken e ->
          fraction(
              Doses.observed(dose, e.by(), e.at()), e.permille(), Phase.PARTLY_TAKEN, holdings);
      case GivenBack e -> taken(Doses.observed(dose, e.by(), e.at()), Phase.REFUSED, 0, holdings);
      case SpiltByPatient e ->
          fraction(
              Doses.observed(dose, e.by(), e.at()), e.permilleTaken(), Phase.SPILLED, holdings);
      case WalkedOff e ->
          taken(Doses.observed(dose, e.by(), e.at()), Phase.TAKEN_AWAY, 1000, holdings);
      case NotSeen e ->
          taken(Doses.observed(dose, e.by(), e.at()), Phase.UNCERTAIN, 1000, holdings);
    };
  }

  private static Transition fraction(Dose dose, int permille, Phase phase, Holdings holdings) {
    int least = phase == Phase.PARTLY_TAKEN ? 1 : 0;
    return permille < least || permille > 999
        ? new Transition.Refused(
            "not-a-part",
            "A part is between " + least + " and 999 thousandths.",
            "say swallowed, given back, or a part in between")
        : taken(dose, phase, permille, holdings)
            .noting(Map.of("permilleTaken", Integer.toString(permille)));
  }

  /** The scale was free from the hand-over on: nothing is released here. */
  private static Changed taken(Dose dose, Phase phase, int permille, Holdings holdings) {
    Account rest = phase == Phase.SPILLED ? Liquid.loss() : Liquid.of(dose).waste();
    return Changed.to(State.of(phase, dose)).posting(Liquid.taken(dose, holdings, permille, rest));
  }
}
