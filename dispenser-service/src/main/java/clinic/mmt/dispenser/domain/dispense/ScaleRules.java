package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.DoseEvent.NoScale;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.NotWeighed;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.StrokeIntended;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.TopUpIntended;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.TopUpOff;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Weighed;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Weight;
import clinic.mmt.dispenser.domain.dispense.State.InMotion;
import clinic.mmt.dispenser.domain.dispense.Transition.Changed;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Map;

/** Settling and TopUp: what the scale says of the cup decides. */
final class ScaleRules {

  /** The pump's counter may lack this much of the command when it stands: one count. */
  private static final Volume ONE_COUNT = Volume.ofMicrolitres(10);

  private final Profile profile;

  ScaleRules(Profile profile) {
    this.profile = profile;
  }

  Transition decide(InMotion state, Weight event, Holdings holdings) {
    return switch (event) {
      case Weighed e ->
          state.phase() == Phase.SETTLING ? weighed(state, e, holdings) : Answers.underWay(state);
      case NotWeighed e ->
          state.phase() == Phase.SETTLING
              ? Changed.to(new State.Discrepancy(state.dose())).because("no weight: " + e.why())
              : Answers.underWay(state);
      case NoScale e ->
          state.phase() == Phase.SETTLING ? unweighed(state, e, holdings) : Answers.underWay(state);
      case TopUpIntended e ->
          state.phase() == Phase.TOP_UP ? goOn(state, e.intent()) : Answers.underWay(state);
      case StrokeIntended e ->
          state.phase() == Phase.TOP_UP ? goOn(state, e.intent()) : Answers.underWay(state);
      case TopUpOff e ->
          state.phase() == Phase.TOP_UP
              ? Changed.to(new State.Discrepancy(state.dose()))
                  .because("nothing more is poured: " + e.why())
              : Answers.underWay(state);
    };
  }

  private Transition weighed(InMotion state, Weighed e, Holdings holdings) {
    Dose before = byWeight(state.dose(), e, holdings);
    boolean flowed = holdings.reserved().isMoreThan(Volume.ZERO);
    Dose dose =
        flowed ? Doses.weighed(before, e.weighing()) : Doses.weighedAgain(before, e.weighing());
    if (anotherStrokeFollows(dose, e)) {
      Changed next = Changed.to(new State.TopUp(dose), new Effect.NextStroke());
      return next.noting(noted("STROKE", dose, e))
          .posting(Liquid.weighed(dose, holdings, standing(dose, e.weighing())));
    }
    Witnesses.Verdict verdict = isToBeTrimmed(dose, e) ? Witnesses.Verdict.SHORT : judge(dose, e);
    Changed changed =
        switch (verdict) {
          case AGREE -> Changed.to(new State.Measured(Doses.measured(dose, e.at())));
          case SHORT ->
              topUpFits(dose, e)
                  ? Changed.to(new State.TopUp(dose), new Effect.TopUp())
                  : Changed.to(new State.Discrepancy(dose)).because("short, no top-up");
          case SMALL_DIFFERENCE ->
              Changed.to(new State.Discrepancy(dose)).because("a small difference");
          case DISAGREE ->
              Changed.to(new State.Discrepancy(dose))
                  .because(
                      e.facts().complete()
                          ? "ordered, pumped and weighed do not agree"
                          : "stopped in mid-pour");
        };
    return changed
        .noting(noted(verdict.name(), dose, e))
        .posting(Liquid.weighed(dose, holdings, inCup(dose, e.weighing(), verdict)));
  }

  private static Map<String, String> noted(String verdict, Dose dose, Weighed e) {
    return Map.of(
        "verdict", verdict,
        "weighedMicrolitres", Long.toString(e.weighing().volume().microlitres()),
        "pumpedMicrolitres", Long.toString(dose.pumped().microlitres()));
  }

  /** A complete stroke of several that both witnesses saw; never after a stop or a draw-off. */
  private boolean anotherStrokeFollows(Dose dose, Weighed e) {
    return !dose.intents().isEmpty()
        && dose.intents().getLast().kind() == IntentKind.STROKE
        && e.facts().complete()
        && dose.drawnOff().equals(Volume.ZERO)
        && Witnesses.mayBothBeRight(dose.expected(), e.weighing(), profile);
  }

  /** What was drawn by hand has one witness, and that one needs the density of the batch. */
  private Witnesses.Verdict judge(Dose dose, Weighed e) {
    return dose.byHand() && !e.weighing().confirmed()
        ? Witnesses.Verdict.DISAGREE
        : Witnesses.judge(
            dose.order().orElseThrow().volume(),
            dose.expected(),
            e.weighing(),
            e.facts().strength(),
            profile);
  }

  /** Of a pour by hand no pump counted anything: what came is what the cup weighs more. */
  private static Dose byWeight(Dose dose, Weighed e, Holdings holdings) {
    if (!dose.byHand() || !holdings.reserved().isMoreThan(Volume.ZERO)) {
      return dose;
    }
    Volume before = dose.intents().getLast().weighedBefore();
    return Doses.pumped(dose, e.weighing().volume().minus(before).orMore(Volume.ZERO));
  }

  /** A complete shot of the mode without a scale is what the pump counted, and is flagged. */
  private static Transition unweighed(InMotion state, NoScale e, Holdings holdings) {
    Dose dose = state.dose();
    Intent last = dose.intents().getLast();
    boolean complete =
        dose.unweighed() && !last.pumped().plus(ONE_COUNT).isLessThan(last.commanded());
    return complete
        ? Changed.to(new State.Measured(Doses.measured(dose, e.at())))
            .because("not confirmed by weight")
            .posting(Liquid.unweighed(dose, holdings))
        : Changed.to(new State.Discrepancy(dose)).because("no scale, and no complete shot");
  }

  /**
   * Without a measured density the weight is a gate and no measure (section 4): when it lets the
   * pour through, the cup holds what the pump counted.
   */
  private static Volume inCup(Dose dose, Weighing weighing, Witnesses.Verdict verdict) {
    return verdict == Witnesses.Verdict.AGREE ? standing(dose, weighing) : weighing.volume();
  }

  private static Volume standing(Dose dose, Weighing weighing) {
    return weighing.confirmed() ? weighing.volume() : dose.expected();
  }

  /**
   * A complete shot that was aimed low is trimmed even where it is within what may be accepted, as
   * long as pump and scale agree and the pump can pour so little.
   */
  private boolean isToBeTrimmed(Dose dose, Weighed e) {
    Volume ordered = dose.order().orElseThrow().volume();
    return !dose.intents().isEmpty()
        && dose.intents().getLast().kind() == IntentKind.AIMED_LOW
        && e.weighing().volume().isLessThan(ordered)
        && e.weighing().confirmed()
        && Witnesses.agree(e.weighing().volume(), dose.expected(), profile)
        && profile.topUp().holds(e.weighing().volume(), ordered)
        && topUpFits(dose, e);
  }

  /** bounded in number, amount and sum, never after a stop or once the cup was moved. */
  private boolean topUpFits(Dose dose, Weighed e) {
    Order order = dose.order().orElseThrow();
    Volume missing = order.volume().minus(e.weighing().volume());
    long done = dose.intents().stream().filter(i -> i.kind() == IntentKind.TOP_UP).count();
    return e.facts().complete()
        && !dose.byHand()
        && dose.drawnOff().equals(Volume.ZERO)
        && e.facts().topUpAllowed()
        && done < profile.topUps()
        && !missing.isLessThan(e.facts().smallestShot())
        && !dose.committed().plus(missing).isMoreThan(order.cap());
  }

  /** A top-up or another stroke, held by the same cap. */
  private static Transition goOn(InMotion state, Intent intent) {
    Dose next = Doses.intending(state.dose(), intent);
    Volume cap = next.order().orElseThrow().cap();
    if (next.committed().isMoreThan(cap)) {
      return new Transition.Refused(
          "over-cap", "This would command more than the cap.", "resolve the difference");
    }
    return new Changed(
        new State.Armed(next),
        "",
        Map.of(),
        List.of(Liquid.reserve(next, intent.commanded())),
        List.of(new Effect.ArmPump(intent.id(), intent.commanded(), cap)));
  }
}
