package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;

/**
 * Aim low and trim: the first shot stays so far below the order that a pump which runs a
 * little high does not pass it, and the rest is trimmed by weight.
 */
public final class AimLow {

  private AimLow() {}

  /**
   * What the first shot aims at: the order itself where the profile has it off, where nothing may
   * be topped up, or where the pump's smallest volume is larger than the trim.
   *
   * @param smallest the smallest volume that the pump accepts
   * @param topUpAllowed pump and scale passed today and the density is measured
   */
  public static Volume firstShot(
      Volume ordered, Volume smallest, boolean topUpAllowed, Profile profile) {
    if (!topUpAllowed || profile.aimLow().isEmpty() || profile.topUps() < 1) {
      return ordered;
    }
    Volume trim = profile.aimLow().get().limit(ordered);
    Volume shot = ordered.minus(trim);
    return trim.isLessThan(smallest) || shot.isLessThan(smallest) ? ordered : shot;
  }
}
