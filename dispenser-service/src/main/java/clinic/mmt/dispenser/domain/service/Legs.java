package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Legs of several batches, gathered. What passes through the line keeps its two legs. */
final class Legs {

  private final Map<BatchId, List<Posting.Leg>> passing = new LinkedHashMap<>();
  private final Map<BatchId, Map<Account, Volume>> sums = new LinkedHashMap<>();

  Legs move(BatchId batch, Account from, Account to, Volume volume) {
    add(batch, from, volume.negated());
    add(batch, to, volume);
    return this;
  }

  void add(BatchId batch, Account account, Volume change) {
    sums.computeIfAbsent(batch, b -> new LinkedHashMap<>()).merge(account, change, Volume::plus);
  }

  /** Out at the front of the line and in at its end: the sum is zero, the order is another. */
  void pass(BatchId batch, Account line, Volume volume) {
    List<Posting.Leg> legs = passing.computeIfAbsent(batch, b -> new ArrayList<>());
    legs.add(new Posting.Leg(line, volume.negated()));
    legs.add(new Posting.Leg(line, volume));
    sums.computeIfAbsent(batch, b -> new LinkedHashMap<>());
  }

  List<Posting> postings() {
    List<Posting> all = new ArrayList<>();
    sums.forEach(
        (batch, changes) -> {
          List<Posting.Leg> legs = new ArrayList<>(passing.getOrDefault(batch, List.of()));
          changes.forEach(
              (account, change) -> {
                if (!change.equals(Volume.ZERO)) {
                  legs.add(new Posting.Leg(account, change));
                }
              });
          if (!legs.isEmpty()) {
            all.add(new Posting(batch, legs));
          }
        });
    return List.copyOf(all);
  }
}
