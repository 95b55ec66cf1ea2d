package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.quantity.Volume;

/**
 * What the ledger holds for one dose just now, read from the balances.
 *
 * @param reserved held back in the bottle for open intents
 * @param held held since the outcome became unknown
 * @param cup in the cup
 */
public record Holdings(Volume reserved, Volume held, Volume cup) {

  /** Nothing yet. */
  public static final Holdings NONE = new Holdings(Volume.ZERO, Volume.ZERO, Volume.ZERO);
}
