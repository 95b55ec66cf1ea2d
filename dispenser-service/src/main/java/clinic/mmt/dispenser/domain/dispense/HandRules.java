package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.DoseEvent.HandBegan;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.HandDone;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Motion;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.NotStarted;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PumpFinished;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PumpLost;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PumpRuns;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PumpStands;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.StartHandedOver;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.StartNotWritten;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.StopAsked;
import clinic.mmt.dispenser.domain.dispense.State.InMotion;
import clinic.mmt.dispenser.domain.dispense.Transition.Changed;

/**
 * A dose that is drawn by hand into the cup on the scale: armed, drawn, weighed. Whatever a pump
 * says has nothing to do with it, and nothing here ever starts one.
 */
final class HandRules {

  private HandRules() {}

  static Transition decide(InMotion state, Motion event, Holdings holdings) {
    return switch (event) {
      case HandBegan e ->
          state.phase() == Phase.ARMED
              ? Changed.to(new State.Pouring(state.dose()))
              : Answers.unchanged();
      case HandDone e -> weigh(state, "drawn by hand");
      case StopAsked e -> weigh(state, "stopped: " + e.cause());
      case NotStarted e ->
          state.phase() == Phase.ARMED
              ? MotionRules.neverMoved(state, holdings, e.why())
              : Answers.underWay(state);
      case StartHandedOver e -> Answers.underWay(state);
      case StartNotWritten e -> Answers.underWay(state);
      case PumpRuns e -> Answers.unchanged();
      case PumpFinished e -> Answers.unchanged();
      case PumpStands e -> Answers.unchanged();
      case PumpLost e -> Answers.unchanged();
    };
  }

  /** Somebody may have drawn something as soon as the dose was armed: the scale says. */
  private static Transition weigh(InMotion state, String why) {
    return state.phase() == Phase.ARMED || state.phase() == Phase.POURING
        ? Changed.to(new State.Settling(state.dose()), new Effect.Settle()).because(why)
        : Answers.unchanged();
  }
}
