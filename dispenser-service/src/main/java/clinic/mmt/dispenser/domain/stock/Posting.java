package clinic.mmt.dispenser.domain.stock;

import clinic.mmt.quantity.Volume;
import java.util.List;

/**
 * One movement of liquid of one batch: what leaves the accounts with a minus arrives at those with
 * a plus, in whole microlitres, and the sum is zero.
 *
 * @param batch the batch that moved
 * @param legs the changes; they sum to zero
 */
public record Posting(BatchId batch, List<Leg> legs) {

  /** Checks that the legs sum to zero. */
  public Posting {
    legs = List.copyOf(legs);
    long sum = 0;
    for (Leg leg : legs) {
      sum += leg.change().microlitres();
    }
    if (sum != 0) {
      throw new IllegalArgumentException("a posting sums to zero, this one to " + sum + " µL");
    }
  }

  /**
   * The change of one account.
   *
   * @param account where
   * @param change plus is more there
   */
  public record Leg(Account account, Volume change) {}

  /** {@code volume} from one account to another. */
  public static Posting move(BatchId batch, Account from, Account to, Volume volume) {
    return new Posting(batch, List.of(new Leg(from, volume.negated()), new Leg(to, volume)));
  }
}
