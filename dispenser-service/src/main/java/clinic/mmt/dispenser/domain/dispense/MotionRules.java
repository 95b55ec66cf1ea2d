package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.DoseEvent.Cup;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Desk;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.HandBegan;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.HandDone;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Later;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Lifecycle;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Motion;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Mouth;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.NotStarted;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PumpFinished;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PumpLost;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PumpRuns;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PumpStands;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Settlement;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.StartHandedOver;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.StartNotWritten;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.StopAsked;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Weight;
import clinic.mmt.dispenser.domain.dispense.State.InMotion;
import clinic.mmt.dispenser.domain.dispense.Transition.Changed;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;

/** Armed, Starting, Pouring, Stopped, Settling, TopUp: an intent is open. */
final class MotionRules {

  private final ScaleRules scale;

  MotionRules(Profile profile) {
    this.scale = new ScaleRules(profile);
  }

  Transition decide(InMotion state, DoseEvent event, Holdings holdings) {
    return switch (event) {
      case Desk e -> Answers.underWay(state);
      case Motion e -> moved(state, e, holdings);
      case Weight e -> scale.decide(state, e, holdings);
      case Cup e -> Answers.underWay(state);
      case Mouth e -> Answers.notHandedOver(state);
      case Settlement e -> Answers.notUnknown(state);
      case Later e -> Answers.underWay(state);
      case Lifecycle e -> restarted(state, holdings);
    };
  }

  private static Transition moved(InMotion state, Motion event, Holdings holdings) {
    if (state.dose().byHand()) {
      return HandRules.decide(state, event, holdings);
    }
    return switch (event) {
      case HandBegan e -> Answers.underWay(state);
      case HandDone e ->
          new Transition.Refused(
              "not-by-hand", "The pump pours this dose.", "wait until the pump stands");
      case NotStarted e -> notStarted(state, e, holdings);
      case StartHandedOver e -> startHandedOver(state);
      case StartNotWritten e ->
          state.phase() == Phase.STARTING || state.phase() == Phase.ARMED
              ? neverMoved(state, holdings, "no start frame was written: " + e.why())
              : Answers.underWay(state);
      case PumpRuns e -> runs(state);
      case PumpFinished e ->
          state.phase() == Phase.POURING || state.phase() == Phase.STARTING
              ? settle(state, e.pumped())
              : Answers.unchanged();
      case PumpStands e ->
          state.phase() == Phase.STOPPED ? settle(state, e.pumped()) : Answers.unchanged();
      case StopAsked e -> stop(state, e, holdings);
      case PumpLost e -> lost(state, e, holdings);
    };
  }

  private static Transition notStarted(InMotion state, NotStarted e, Holdings holdings) {
    return state.phase() == Phase.ARMED
        ? neverMoved(state, holdings, e.why())
        : Answers.underWay(state);
  }

  private static Transition startHandedOver(InMotion state) {
    if (state.phase() != Phase.ARMED) {
      return Answers.underWay(state);
    }
    Dose dose = state.dose();
    return Changed.to(
        new State.Starting(dose), new Effect.WriteStart(dose.intents().getLast().id()));
  }

  private static Transition runs(InMotion state) {
    Dose dose = state.dose();
    return state.phase() == Phase.STARTING
        ? Changed.to(new State.Pouring(dose), new Effect.WatchPour(dose.intents().getLast().id()))
        : Answers.unchanged();
  }

  private static Transition stop(InMotion state, StopAsked e, Holdings holdings) {
    return switch (state) {
      case State.Armed s -> neverMoved(s, holdings, "stopped before the start: " + e.cause());
      case State.Starting s -> stopped(s, e);
      case State.Pouring s -> stopped(s, e);
      case State.TopUp s ->
          Changed.to(new State.Discrepancy(s.dose())).because("stopped: " + e.cause());
      case State.Stopped s -> Answers.unchanged();
      case State.Settling s -> Answers.unchanged();
    };
  }

  private static Transition stopped(InMotion state, StopAsked e) {
    return Changed.to(new State.Stopped(state.dose()), new Effect.StopPump()).because(e.cause());
  }

  private static Transition lost(InMotion state, PumpLost e, Holdings holdings) {
    return switch (state) {
      case State.Armed s ->
          neverMoved(s, holdings, "the pump was lost before the start: " + e.why());
      case State.Starting s -> unknown(s, holdings, e.why());
      case State.Pouring s -> unknown(s, holdings, e.why());
      case State.Stopped s -> unknown(s, holdings, e.why());
      case State.Settling s -> Answers.unchanged();
      case State.TopUp s -> Answers.unchanged();
    };
  }

  /** Frees the part when nothing was poured at all; else the cup is weighed again. */
  static Transition neverMoved(InMotion state, Holdings holdings, String why) {
    Dose dose = state.dose();
    Changed changed =
        dose.intents().size() == 1
            ? Changed.to(new State.Voided(dose), new Effect.Release())
            : Changed.to(new State.Discrepancy(Doses.withoutLastIntent(dose)));
    return changed.because(why).posting(Liquid.release(dose, holdings));
  }

  private static Transition settle(InMotion state, Volume pumped) {
    return Changed.to(new State.Settling(Doses.pumped(state.dose(), pumped)), new Effect.Settle());
  }

  /** Every open intent becomes unknown; before a top-up none is open and the cup is weighed. */
  private static Transition restarted(InMotion state, Holdings holdings) {
    return state.phase() == Phase.TOP_UP
        ? Changed.to(new State.Discrepancy(state.dose()))
            .because("the service was restarted before the top-up")
        : unknown(state, holdings, "the service was restarted in mid-dose");
  }

  private static Transition unknown(InMotion state, Holdings holdings, String why) {
    return Changed.to(new State.OutcomeUnknown(state.dose()), new Effect.AskDevices())
        .because(why)
        .posting(Liquid.hold(state.dose(), holdings));
  }
}
