package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Volume;

/**
 * What is known beside a weight when it is judged.
 *
 * @param strength of the mounted bottle
 * @param complete the last intent ran to its end; false after a stop
 * @param topUpAllowed pump and scale passed today, the cup was not moved since tare, and the
 *     profile has top-up on
 * @param smallestShot the smallest volume the pump accepts
 */
public record WeighingFacts(
    Concentration strength, boolean complete, boolean topUpAllowed, Volume smallestShot) {

  /** The same, and nothing is topped up. */
  public WeighingFacts withoutTopUp() {
    return new WeighingFacts(strength, complete, false, smallestShot);
  }
}
