package clinic.mmt.dispenser.domain.reconciliation;

import clinic.mmt.quantity.Volume;

/**
 * A tolerance: the larger of an absolute and a relative limit.
 *
 * @param atLeast never narrower than this
 * @param permille or this many thousandths of the reference, whichever is more
 */
public record Band(Volume atLeast, int permille) {

  /** The larger of {@code atLeast} and {@code permille}. */
  public static Band of(Volume atLeast, int permille) {
    return new Band(atLeast, permille);
  }

  /** The limit for {@code reference}. */
  public Volume limit(Volume reference) {
    return atLeast.orMore(reference.permille(permille));
  }

  /** Whether {@code a} differs from {@code reference} by no more than the limit. */
  public boolean holds(Volume a, Volume reference) {
    return !a.minus(reference).magnitude().isMoreThan(limit(reference));
  }
}
