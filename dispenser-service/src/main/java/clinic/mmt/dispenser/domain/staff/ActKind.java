package clinic.mmt.dispenser.domain.staff;

/**
 * Acts and how many persons they need: the table with its floors. A decision needs a pharmacist or
 * doctor among the two; a physical fact may be witnessed by any signed-in staff.
 */
public enum ActKind {
  /** Void without motion, or own STOP and then the rest while pump and scale agree. */
  VOID_OR_REST(Rule.one(), Rule.one()),
  /** Mount an already opened and weighed bottle, by scan. */
  MOUNT_BOTTLE(Rule.one(), Rule.one()),
  /** Open a bottle. */
  OPEN_BOTTLE(Rule.two(false), Rule.onePlusDeferred(0)),
  /** Mount an opened bottle while no scale can weigh it. */
  MOUNT_UNWEIGHED(Rule.two(false), Rule.twoRemote(false)),
  /** Weigh or measure an opened bottle and post the difference. */
  COUNT_BOTTLE(Rule.two(false), Rule.onePlusDeferred(3)),
  /** Release a quarantined bottle, or return it to the supplier. */
  END_QUARANTINE(Rule.two(true), Rule.twoRemote(true)),
  /** Write the loss of a broken bottle. */
  SETTLE_BREAKAGE(Rule.two(true), Rule.twoRemote(true)),
  /** Destroy stock: two sign here, the head one of them, and a council of three or more in all. */
  DESTRUCTION(Rule.two(true), Rule.two(true)),
  /** Close an incident that touched many doses. */
  CLOSE_INCIDENT(Rule.two(true), Rule.twoRemote(true)),
  /** Opening count when last evening's seal is unbroken. */
  OPENING_COUNT(Rule.one(), Rule.one()),
  /** The blind count of the day. */
  DAY_COUNT(Rule.two(false), Rule.onePlusDeferred(3)),
  /** Hand a station over to the next person, its bottle weighed. */
  HAND_OVER(Rule.two(false), Rule.two(false)),
  /** Take a booked difference back, or settle one that is open. */
  ADJUST_STOCK(Rule.two(true), Rule.twoRemote(true)),
  /** Discard an undrunk cup into the waste container, weighed. */
  DISCARD_CUP(Rule.onePlusDeferred(0), Rule.onePlusDeferred(0)),
  /** Look a second time at a larger dose that no scale weighs. */
  SECOND_LOOK(Rule.two(false), Rule.twoRemote(false)),
  /** Enter a downtime sheet, or declare it empty. */
  DOWNTIME_SHEET(Rule.two(false), Rule.twoRemote(false)),
  /** Give a small difference as it is, counted. */
  SMALL_DIFFERENCE(Rule.one(), Rule.one()),
  /** Give a larger difference as it is. */
  GIVE_LARGER_DIFFERENCE(Rule.two(true), Rule.twoRemote(true)),
  /** Give a dose of unknown outcome, or say that it was drunk. */
  GIVE_UNKNOWN(Rule.two(true), Rule.twoRemote(true)),
  /** Discard a dose of unknown outcome. */
  DISCARD_UNKNOWN(Rule.onePlusDeferred(0), Rule.onePlusDeferred(0)),
  /** No usable finger image: card, photo and a second person, per dose part. */
  NO_READ_EXCEPTION(Rule.two(false), Rule.one()),
  /** Standing refusal of the fingerprint: the equal path. */
  CONSENT_REFUSED(Rule.one(), Rule.one()),
  /** Bind card, photo and fingers to a person: two of the staff, one may be elsewhere. */
  ENROLMENT(Rule.two(false), Rule.twoRemote(false)),
  /** A good image that does not match. */
  IDENTITY_DOUBT(Rule.two(true), Rule.twoRemote(true)),
  /** Change a profile, erase a person, restore a backup. */
  PROFILE_ERASE_RESTORE(Rule.two(true), Rule.twoRemote(true)),
  /** A dose over the limits: prescriber and prescriber or pharmacist. */
  DOSE_OVER_LIMITS(Rule.two(true), Rule.twoRemote(true)),
  /** Measure the density of a batch again, or calibrate the pump, after its first doses (H90). */
  REMEASURE_BATCH(Rule.two(true), Rule.twoRemote(true)),
  /** Fill and weigh a bottle to take home. */
  FILL_TAKE_HOME(Rule.two(false), Rule.two(false)),
  /** Pour a bottle to take home away, weighed. */
  WASTE_TAKE_HOME(Rule.two(false), Rule.two(false)),
  /** Several days by a named decision in place of the criteria: doctor and head. */
  TAKE_HOME_DECISION(Rule.two(true), Rule.twoRemote(true)),
  /** A mis-tap corrected later than the same user may. */
  LATE_CORRECTION(Rule.two(true), Rule.twoRemote(true));

  private final Rule ordinary;
  private final Rule small;

  ActKind(Rule ordinary, Rule small) {
    this.ordinary = ordinary;
    this.small = small;
  }

  /** The rule at a site of this type. */
  public Rule at(SiteType site) {
    return switch (site) {
      case DEFAULT -> ordinary;
      case SMALL -> small;
    };
  }

  /**
   * How many, how, and who.
   *
   * @param persons 1 or 2
   * @param remote the second may sign from elsewhere, live
   * @param deferredDays the second may sign later: last clinic day counted from the act, 0 is the
   *     same day; -1 when not
   * @param decider one of the two is a pharmacist or doctor
   */
  public record Rule(int persons, boolean remote, int deferredDays, boolean decider) {

    static Rule one() {
      return new Rule(1, false, -1, false);
    }

    static Rule two(boolean decider) {
      return new Rule(2, false, -1, decider);
    }

    static Rule twoRemote(boolean decider) {
      return new Rule(2, true, -1, decider);
    }

    static Rule onePlusDeferred(int days) {
      return new Rule(2, false, days, false);
    }

    /** Whether the second signature may come later. */
    public boolean deferrable() {
      return deferredDays >= 0;
    }
  }
}
