package clinic.mmt.dispenser.domain.reconciliation;

import clinic.mmt.quantity.Volume;

/**
 * How far sums of ordered, commanded, pumped, weighed and true volume may lie apart; derived in
 * {@code docs/domain/reconciliation.md}.
 */
public final class Uncertainty {

  private static final Volume PER_DOSE = Volume.ofMicrolitres(40);
  private static final int PERMILLE = 6;

  private Uncertainty() {}

  /** The bound for {@code doses} doses of {@code volume} together: 40 µL a dose and 0.6 %. */
  public static Volume ofSum(long doses, Volume volume) {
    return new Volume(PER_DOSE.microlitres() * doses).plus(volume.permille(PERMILLE));
  }
}
