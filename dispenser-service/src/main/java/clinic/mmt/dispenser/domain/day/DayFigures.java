package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.util.Map;

/**
 * What a close freezes of one batch, µL: {@code opening + received + surplus + adjusted - dispensed
 * - replaced - waste - sent - destroyed - loss - unexplained = closing}.
 *
 * @param batch which
 * @param opening closing of the close before
 * @param received from outside, less what went back
 * @param dispensed given, without what replaced a vomited dose
 * @param replaced given in place of vomited doses
 * @param waste into the waste containers, less what was destroyed out of them
 * @param sent to other sites, less what did not arrive
 * @param destroyed under a permit, out of bottles and waste containers
 * @param loss booked by counts and breakages, never below zero
 * @param surplus booked by counts, never below zero
 * @param unexplained what became a difference that somebody has to explain, less what was settled
 * @param closing what is here
 */
public record DayFigures(
    BatchId batch,
    Volume opening,
    Volume received,
    Volume dispensed,
    Volume replaced,
    Volume waste,
    Volume sent,
    Volume destroyed,
    Volume loss,
    Volume surplus,
    Volume unexplained,
    Volume closing) {

  /**
   * What moved between two closes.
   *
   * @param before all accounts of the batch at the close before, by kind
   * @param now the same now
   * @param replaced of what was given, in place of vomited doses
   * @param reversed what reversals since took back
   */
  public static DayFigures between(
      BatchId batch,
      Map<AccountKind, Volume> before,
      Map<AccountKind, Volume> now,
      Volume replaced,
      Reversed reversed) {
    return new DayFigures(
        batch,
        here(before),
        change(before, now, AccountKind.SUPPLIER).negated(),
        change(before, now, AccountKind.PATIENT).minus(replaced),
        replaced,
        change(before, now, AccountKind.WASTE),
        change(before, now, AccountKind.IN_TRANSIT)
            .plus(change(before, now, AccountKind.OTHER_SITE)),
        change(before, now, AccountKind.DESTROYED),
        change(before, now, AccountKind.LOSS).plus(reversed.loss()),
        change(before, now, AccountKind.SURPLUS).negated().plus(reversed.surplus()),
        change(before, now, AccountKind.DISCREPANCY)
            .minus(reversed.loss())
            .plus(reversed.surplus()),
        here(now));
  }

  /**
   * What reversals of older bookings took back; it went to what somebody has to explain.
   *
   * @param loss out of the loss
   * @param surplus out of the surplus
   */
  public record Reversed(Volume loss, Volume surplus) {

    /** Nothing. */
    public static final Reversed NOTHING = new Reversed(Volume.ZERO, Volume.ZERO);

    /** Together. */
    public Reversed plus(Reversed other) {
      return new Reversed(loss.plus(other.loss), surplus.plus(other.surplus));
    }
  }

  /** What the figures say is here; equal to {@link #closing} unless something is wrong. */
  public Volume computed() {
    return opening
        .plus(received)
        .plus(surplus)
        .minus(dispensed)
        .minus(replaced)
        .minus(waste)
        .minus(sent)
        .minus(destroyed)
        .minus(loss)
        .minus(unexplained);
  }

  private static Volume change(
      Map<AccountKind, Volume> before, Map<AccountKind, Volume> now, AccountKind of) {
    return now.getOrDefault(of, Volume.ZERO).minus(before.getOrDefault(of, Volume.ZERO));
  }

  private static Volume here(Map<AccountKind, Volume> all) {
    return all.entrySet().stream()
        .filter(e -> here(e.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Volume.ZERO, Volume::plus);
  }

  /** Whether an account is a place where liquid for doses is. */
  private static boolean here(AccountKind kind) {
    return switch (kind) {
      case STORE, DAY_CABINET, BOTTLE, RESERVED, LINE, CUP, TAKE_HOME, HELD -> true;
      case SUPPLIER,
          IN_TRANSIT,
          OTHER_SITE,
          PATIENT,
          WASTE,
          DESTROYED,
          DISCREPANCY,
          LOSS,
          SURPLUS ->
          false;
    };
  }
}
