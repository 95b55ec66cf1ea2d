package clinic.mmt.dispenser.domain.stock;

import clinic.mmt.quantity.Volume;
import java.util.List;

/**
 * One movement of liquid of one batch: what leaves the accounts with a minus arrives at those with
 * a plus, in whole microlitres, and the sum is zero.
 *
 * @param batch the batch that moved
 * @param legs the changes, each of another account; they sum to zero
 */
public record Posting(BatchId batch, List<Leg> legs) {

  /** Checks that the legs sum to zero, and that each account changes once. */
  public Posting {
    legs = List.copyOf(legs);
    long sum = 0;
    for (int i = 0; i < legs.size(); i++) {
      sum += legs.get(i).change().microlitres();
      for (int j = 0; j < i; j++) {
        if (legs.get(i).account().equals(legs.get(j).account())) {
          throw new IllegalArgumentException("a posting changes an account once");
        }
      }
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
