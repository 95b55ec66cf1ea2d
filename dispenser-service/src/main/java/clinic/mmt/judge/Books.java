package clinic.mmt.judge;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Double entry, kept by the judge's own hand from the postings alone. */
final class Books {

  private final Map<String, Long> balances = new HashMap<>();

  /** By batch, and in it by kind of account. */
  private final Map<String, Map<String, Long>> byBatch = new HashMap<>();

  /** Accounts that an entry brought below nothing, until all of it is booked. */
  private final Set<String> below = new LinkedHashSet<>();

  /** Takes the movements of an entry; why they are none, if so. */
  Optional<String> take(List<List<Body.Leg>> postings) {
    for (List<Body.Leg> legs : postings) {
      long sum = 0;
      for (Body.Leg leg : legs) {
        sum += leg.microlitres();
        byBatch
            .computeIfAbsent(leg.batch(), batch -> new HashMap<>())
            .merge(leg.account(), leg.microlitres(), Long::sum);
        String key = key(leg.account(), leg.of());
        long now = balances.getOrDefault(key, 0L) + leg.microlitres();
        if (now == 0) {
          balances.remove(key);
        } else {
          balances.put(key, now);
        }
        if (now < 0 && !mayOwe(leg.account())) {
          below.add(key);
        }
      }
      if (sum != 0) {
        return Optional.of("a posting sums to " + sum + " µL");
      }
    }
    return below.isEmpty() ? Optional.empty() : below();
  }

  /** What one movement of an entry takes too much, another one of it may bring back. */
  private Optional<String> below() {
    Optional<String> still =
        below.stream().filter(key -> balances.getOrDefault(key, 0L) < 0).findFirst();
    below.clear();
    return still.map(key -> key + " holds " + balances.get(key) + " µL");
  }

  /**
   * Only the outside world owes, and the surplus, from which comes what was not booked before; a
   * difference that somebody has to explain has a sign.
   */
  private static boolean mayOwe(String account) {
    return account.equals("SUPPLIER") || account.equals("SURPLUS") || account.equals("DISCREPANCY");
  }

  long of(String account, String of) {
    return balances.getOrDefault(key(account, of), 0L);
  }

  /** What all accounts of a kind hold together, by batch and kind. */
  Map<String, Map<String, Long>> byBatch() {
    return byBatch;
  }

  private static String key(String account, String of) {
    return account + "/" + of;
  }
}
