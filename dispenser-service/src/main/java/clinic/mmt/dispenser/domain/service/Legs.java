package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Legs of several batches, gathered into one posting for each. */
final class Legs {

  private final Map<BatchId, Map<Account, Volume>> sums = new LinkedHashMap<>();

  void move(BatchId batch, Account from, Account to, Volume volume) {
    add(batch, from, volume.negated());
    add(batch, to, volume);
  }

  void add(BatchId batch, Account account, Volume change) {
    sums.computeIfAbsent(batch, b -> new LinkedHashMap<>()).merge(account, change, Volume::plus);
  }

  /** Those that move anything. */
  List<Posting> postings() {
    List<Posting> all = new ArrayList<>();
    sums.forEach(
        (batch, changes) -> {
          List<Posting.Leg> legs =
              changes.entrySet().stream()
                  .filter(change -> !change.getValue().equals(Volume.ZERO))
                  .map(change -> new Posting.Leg(change.getKey(), change.getValue()))
                  .toList();
          if (!legs.isEmpty()) {
            all.add(new Posting(batch, legs));
          }
        });
    return List.copyOf(all);
  }

  /** What left the front of a line before what entered behind it: the order is that of the line. */
  static List<Posting> inOrder(Legs out, Legs in) {
    List<Posting> all = new ArrayList<>(out.postings());
    all.addAll(in.postings());
    return List.copyOf(all);
  }
}
