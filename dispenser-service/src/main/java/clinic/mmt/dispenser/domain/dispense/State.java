package clinic.mmt.dispenser.domain.dispense;

/**
 * The states of one dose after identification. Idle and Identifying belong to the station, not to a
 * dose: before identification there is nobody a dose could be for.
 */
public sealed interface State {

  /** What is known of the dose. */
  Dose dose();

  /** The state's name and what it means for a second dose. */
  Phase phase();

  /** The state called {@code phase}. */
  static State of(Phase phase, Dose dose) {
    return switch (phase) {
      case REVIEWING -> new Reviewing(dose);
      case REFERRED -> new Referred(dose);
      case WAITING -> new Waiting(dose);
      case LEFT_BEFORE_POUR -> new LeftBeforePour(dose);
      case ARMED -> new Armed(dose);
      case VOIDED -> new Voided(dose);
      case STARTING -> new Starting(dose);
      case POURING -> new Pouring(dose);
      case STOPPED -> new Stopped(dose);
      case SETTLING -> new Settling(dose);
      case TOP_UP -> new TopUp(dose);
      case DISCREPANCY -> new Discrepancy(dose);
      case MEASURED -> new Measured(dose);
      case HELD -> new Held(dose);
      case HANDED_OVER -> new HandedOver(dose);
      case CONSUMED -> new Consumed(dose);
      case PARTLY_TAKEN -> new PartlyTaken(dose);
      case REFUSED -> new Refused(dose);
      case SPILLED -> new Spilled(dose);
      case TAKEN_AWAY -> new TakenAway(dose);
      case UNCERTAIN -> new Uncertain(dose);
      case DISCARDED -> new Discarded(dose);
      case OUTCOME_UNKNOWN -> new OutcomeUnknown(dose);
    };
  }

  /** Before anything was poured. */
  sealed interface BeforePour extends State {}

  /** An intent is open. */
  sealed interface InMotion extends State {}

  /** The liquid stands in the cup. */
  sealed interface InCup extends State {}

  /** The person has the cup. */
  sealed interface WithPatient extends State {}

  /** Nobody knows. */
  sealed interface Unsettled extends State {}

  /** Nothing more happens to the dose itself. */
  sealed interface Ended extends State {}

  /** Identified; pump and scale are being prepared. */
  record Reviewing(Dose dose) implements BeforePour {
    @Override
    public Phase phase() {
      return Phase.REVIEWING;
    }
  }

  /** Sent to somebody who can lift the reasons. */
  record Referred(Dose dose) implements BeforePour {
    @Override
    public Phase phase() {
      return Phase.REFERRED;
    }
  }

  /** Not fit now; to be looked at again. */
  record Waiting(Dose dose) implements BeforePour {
    @Override
    public Phase phase() {
      return Phase.WAITING;
    }
  }

  /** Went away before anything was poured. */
  record LeftBeforePour(Dose dose) implements Ended {
    @Override
    public Phase phase() {
      return Phase.LEFT_BEFORE_POUR;
    }
  }

  /** The intent is durable and no start frame was handed to the port. */
  record Armed(Dose dose) implements InMotion {
    @Override
    public Phase phase() {
      return Phase.ARMED;
    }
  }

  /** No start frame was ever written, proven. */
  record Voided(Dose dose) implements Ended {
    @Override
    public Phase phase() {
      return Phase.VOIDED;
    }
  }

  /** From the first byte of a start frame on. */
  record Starting(Dose dose) implements InMotion {
    @Override
    public Phase phase() {
      return Phase.STARTING;
    }
  }

  /** The pump answered that it runs. */
  record Pouring(Dose dose) implements InMotion {
    @Override
    public Phase phase() {
      return Phase.POURING;
    }
  }

  /** Stopped by a person, a check or the pump; it is being asked. */
  record Stopped(Dose dose) implements InMotion {
    @Override
    public Phase phase() {
      return Phase.STOPPED;
    }
  }

  /** The pump stands; the liquid settles and the scale decides. */
  record Settling(Dose dose) implements InMotion {
    @Override
    public Phase phase() {
      return Phase.SETTLING;
    }
  }

  /** A bounded top-up is due. */
  record TopUp(Dose dose) implements InMotion {
    @Override
    public Phase phase() {
      return Phase.TOP_UP;
    }
  }

  /** Ordered, pumped and weighed do not agree, or a part dose stands in the cup. */
  record Discrepancy(Dose dose) implements InCup {
    @Override
    public Phase phase() {
      return Phase.DISCREPANCY;
    }
  }

  /** The amount is settled; the cup stands on the scale. */
  record Measured(Dose dose) implements InCup {
    @Override
    public Phase phase() {
      return Phase.MEASURED;
    }
  }

  /** Measured, and nobody to give it to just now. */
  record Held(Dose dose) implements InCup {
    @Override
    public Phase phase() {
      return Phase.HELD;
    }
  }

  /** The identified person has the cup. */
  record HandedOver(Dose dose) implements WithPatient {
    @Override
    public Phase phase() {
      return Phase.HANDED_OVER;
    }
  }

  /** Swallowed, water, spoke. */
  record Consumed(Dose dose) implements Ended {
    @Override
    public Phase phase() {
      return Phase.CONSUMED;
    }
  }

  /** A fraction was taken. */
  record PartlyTaken(Dose dose) implements Ended {
    @Override
    public Phase phase() {
      return Phase.PARTLY_TAKEN;
    }
  }

  /** Handed over and given back untouched. */
  record Refused(Dose dose) implements Ended {
    @Override
    public Phase phase() {
      return Phase.REFUSED;
    }
  }

  /** Spilled after the hand-over. */
  record Spilled(Dose dose) implements Ended {
    @Override
    public Phase phase() {
      return Phase.SPILLED;
    }
  }

  /** The cup left the counter unseen. */
  record TakenAway(Dose dose) implements Ended {
    @Override
    public Phase phase() {
      return Phase.TAKEN_AWAY;
    }
  }

  /** Nobody saw whether it was swallowed. */
  record Uncertain(Dose dose) implements Ended {
    @Override
    public Phase phase() {
      return Phase.UNCERTAIN;
    }
  }

  /** Into the waste container before the hand-over. */
  record Discarded(Dose dose) implements Ended {
    @Override
    public Phase phase() {
      return Phase.DISCARDED;
    }
  }

  /** Interrupted; nobody knows how much flowed. Blocked until settled. */
  record OutcomeUnknown(Dose dose) implements Unsettled {
    @Override
    public Phase phase() {
      return Phase.OUTCOME_UNKNOWN;
    }
  }
}
