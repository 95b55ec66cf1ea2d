package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.DoseEvent.Cup;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Desk;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.DiscardedCup;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.DrawnOff;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.GivenAsItIs;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.HandOver;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.IdentifiedAgain;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Later;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Lifecycle;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Motion;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Mouth;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.PutOnHold;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.RestIntended;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Settlement;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.Weight;
import clinic.mmt.dispenser.domain.dispense.State.InCup;
import clinic.mmt.dispenser.domain.dispense.Transition.Changed;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Discrepancy, Measured, Held: the liquid stands in the cup. */
final class CupRules {

  private final Profile profile;

  CupRules(Profile profile) {
    this.profile = profile;
  }

  Transition decide(InCup state, DoseEvent event, Holdings holdings) {
    return switch (event) {
      case Desk e -> Answers.alreadyPoured(state);
      case Motion e -> Answers.unchanged();
      case Weight e -> weight(state, e, holdings);
      case Cup e -> cup(state, e, holdings);
      case Mouth e -> Answers.notHandedOver(state);
      case Settlement e -> Answers.notUnknown(state);
      case Later e -> Answers.notHandedOver(state);
      case Lifecycle e ->
          state.phase() == Phase.MEASURED
              ? Changed.to(new State.Held(state.dose())).because("the service was restarted")
              : Answers.unchanged();
    };
  }

  /** A held cup is measured again once the person is identified again and the cup re-weighed. */
  private Transition weight(InCup state, Weight event, Holdings holdings) {
    Dose dose = state.dose();
    boolean back =
        state.phase() == Phase.HELD
            && dose.measuredAt().map(at -> dose.identification().at().isAfter(at)).orElse(true);
    if (back && event instanceof DoseEvent.NoScale e && dose.unweighed()) {
      return Changed.to(new State.Measured(Doses.measured(dose, e.at())))
          .because("not confirmed by weight");
    }
    if (!back || !(event instanceof DoseEvent.Weighed e)) {
      return state.phase() == Phase.HELD
          ? new Transition.Refused(
              "identify-first", "The cup is held.", "identify the patient again, then weigh")
          : Answers.alreadyPoured(state);
    }
    if (!profile.accept().holds(e.weighing().volume(), stood(dose, e.weighing(), holdings))) {
      return Changed.to(new State.Discrepancy(Doses.weighed(dose, e.weighing())))
          .because("the held cup weighs differently")
          .noting(Map.of("weighedMicrolitres", Long.toString(e.weighing().volume().microlitres())))
          .posting(Liquid.changed(dose, holdings, e.weighing().volume()));
    }
    return Changed.to(new State.Measured(Doses.measured(dose, e.at())));
  }

  /** What the cup should weigh; without a density weights are held against weights. */
  private Volume stood(Dose dose, Weighing now, Holdings holdings) {
    return dose.weighing()
        .filter(before -> !before.confirmed() && !now.confirmed())
        .map(before -> Witnesses.weigh(before.net(), Optional.empty(), profile).volume())
        .orElse(holdings.cup());
  }

  private Transition cup(InCup state, Cup event, Holdings holdings) {
    return switch (event) {
      case RestIntended e -> rest(state, e);
      case DrawnOff e ->
          state.phase() == Phase.DISCREPANCY
              ? Changed.to(new State.Settling(state.dose()), new Effect.Settle())
                  .because("excess drawn off into the waste container")
              : Answers.alreadyPoured(state);
      case GivenAsItIs e -> asItIs(state, e, holdings);
      case DiscardedCup e ->
          Changed.to(new State.Discarded(state.dose()), new Effect.Release())
              .posting(
                  Liquid.discarded(
                      state.dose(), holdings, e.weighed().orElse(standing(state, holdings))));
      case PutOnHold e ->
          state.phase() == Phase.MEASURED
              ? Changed.to(new State.Held(state.dose())).because(e.why())
              : Answers.unchanged();
      case IdentifiedAgain e -> identifiedAgain(state, e);
      case HandOver e -> handOver(state, e);
    };
  }

  private static Volume standing(InCup state, Holdings holdings) {
    return state.dose().weighing().isPresent() ? holdings.cup() : state.dose().expected();
  }

  private Transition rest(InCup state, RestIntended e) {
    if (state.phase() != Phase.DISCREPANCY) {
      return Answers.alreadyPoured(state);
    }
    Dose dose = state.dose();
    boolean agree =
        dose.weighing()
            .map(w -> w.confirmed() && profile.accept().holds(w.volume(), dose.expected()))
            .orElse(false);
    Dose next = Doses.intending(dose, e.intent());
    Volume cap = next.order().orElseThrow().cap();
    if (!agree) {
      return new Transition.Refused(
          "witnesses-disagree",
          "Pump and scale do not agree on what is in the cup.",
          "give as it is with two signatures, or discard and pour again");
    }
    if (next.committed().isMoreThan(cap)) {
      return new Transition.Refused(
          "over-cap", "The rest would command more than the cap.", "discard and pour again");
    }
    return new Changed(
        new State.Armed(next),
        "pour the rest",
        Map.of(),
        List.of(Liquid.reserve(next, e.intent().commanded())),
        List.of(Effect.arm(e.intent(), cap)));
  }

  private Transition asItIs(InCup state, GivenAsItIs e, Holdings holdings) {
    if (state.phase() != Phase.DISCREPANCY) {
      return Answers.alreadyPoured(state);
    }
    Dose dose = state.dose();
    Order order = dose.order().orElseThrow();
    boolean small =
        dose.weighing()
            .map(
                w ->
                    w.confirmed()
                        && Witnesses.agree(w.volume(), dose.expected(), profile)
                        && Witnesses.isSmall(order.volume(), w.volume(), order.strength(), profile))
            .orElse(false);
    return small || e.signed()
        ? Changed.to(new State.Measured(Doses.measured(dose, e.at())))
            .because(small ? "small difference, given" : "given with two signatures")
            .posting(Liquid.unweighed(dose, holdings))
        : Answers.needsSignatures("What is in the cup differs too much to be given alone.");
  }

  private Transition identifiedAgain(InCup state, IdentifiedAgain e) {
    boolean tooLong =
        state
            .dose()
            .measuredAt()
            .map(at -> e.at().isAfter(at.plus(profile.heldWithin())))
            .orElse(false);
    if (state.phase() == Phase.HELD && tooLong) {
      return new Transition.Refused(
          "held-too-long",
          "The cup was held for more than " + profile.heldWithin().toMinutes() + " minutes.",
          "discard it and pour again");
    }
    Dose dose = Doses.identified(inTheFuture(state.dose(), e.at()), e.identification());
    return state.phase() == Phase.HELD
        ? Changed.to(new State.Held(dose), new Effect.Settle())
        : Changed.to(State.of(state.phase(), dose));
  }

  /**
   * A cup measured later than now was measured by a clock that went back since: when that was is
   * not known, only that it was before the person was identified again (H60).
   */
  private static Dose inTheFuture(Dose dose, Instant now) {
    return dose.measuredAt().filter(now::isBefore).map(at -> Doses.unmeasured(dose)).orElse(dose);
  }

  private Transition handOver(InCup state, HandOver e) {
    if (state.phase() != Phase.MEASURED) {
      return new Transition.Refused(
          "not-measured",
          "The cup's amount is not settled, or the cup is held.",
          state.phase() == Phase.HELD
              ? "identify the patient again and weigh"
              : "resolve the difference first");
    }
    Dose dose = state.dose();
    Instant identified = dose.identification().at();
    boolean asked = dose.measuredAt().map(identified::isAfter).orElse(true);
    Instant since = asked ? identified : dose.measuredAt().orElse(identified);
    Duration age = Duration.between(since, e.at());
    boolean soon = !age.isNegative() && age.compareTo(profile.handOverWithin()) <= 0;
    boolean sameHands = asked || e.by().equals(dose.user());
    Duration known = Duration.between(identified, e.at());
    boolean recent = known.compareTo(profile.identityValid().multipliedBy(2)) <= 0;
    return soon && recent && sameHands && !e.anotherIdentified()
        ? Changed.to(new State.HandedOver(Doses.handedOver(dose, e.at())), new Effect.Release())
        : new Transition.Refused(
            "identify-again",
            "The cup is given to the person who was identified, and that was too long ago.",
            "identify the patient again");
  }
}
