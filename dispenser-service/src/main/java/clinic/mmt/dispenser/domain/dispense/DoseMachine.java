package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.State.BeforePour;
import clinic.mmt.dispenser.domain.dispense.State.Ended;
import clinic.mmt.dispenser.domain.dispense.State.InCup;
import clinic.mmt.dispenser.domain.dispense.State.InMotion;
import clinic.mmt.dispenser.domain.dispense.State.Unsettled;
import clinic.mmt.dispenser.domain.dispense.State.WithPatient;
import clinic.mmt.dispenser.domain.profile.Profile;

/**
 * One dose: which event is allowed in which state, and what follows. Pure; the table it makes is
 * printed into {@code docs/domain/dispense-states.md}.
 */
public final class DoseMachine {

  private final DeskRules desk;
  private final MotionRules motion;
  private final CupRules cup;
  private final MouthRules mouth;
  private final SettlementRules settlement;
  private final EndedRules ended;

  /** A machine with the rule values of {@code profile}. */
  public DoseMachine(Profile profile) {
    this.desk = new DeskRules(profile);
    this.motion = new MotionRules(profile);
    this.cup = new CupRules(profile);
    this.mouth = new MouthRules();
    this.settlement = new SettlementRules();
    this.ended = new EndedRules(profile);
  }

  /** Answers {@code event} in {@code state}; {@code holdings} are the ledger's for this dose. */
  public Transition decide(State state, DoseEvent event, Holdings holdings) {
    return switch (state) {
      case BeforePour s -> desk.decide(s, event);
      case InMotion s -> motion.decide(s, event, holdings);
      case InCup s -> cup.decide(s, event, holdings);
      case WithPatient s -> mouth.decide(s, event, holdings);
      case Unsettled s -> settlement.decide(s, event, holdings);
      case Ended s -> ended.decide(s, event);
    };
  }
}
