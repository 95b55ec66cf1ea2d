package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.PumpStand;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * States of doses and pumps and balances as the ledger thread wrote or read them last, so that the
 * steps of one dose do not read them from the file and parse them again. Only the one writing
 * connection has any, and whatever is given back takes all of it along.
 */
final class Recent {

  private static final int DOSES_MOST = 64;
  private static final int BALANCES_MOST = 512;
  private static final int STANDS_MOST = 16;

  private final Map<DoseId, State> doses = new Bounded<>(DOSES_MOST);
  private final Map<Key, Volume> balances = new Bounded<>(BALANCES_MOST);
  private final Map<StationId, PumpStand> stands = new Bounded<>(STANDS_MOST);
  private final RecentAnswers answers = new RecentAnswers();

  private record Key(Account account, BatchId batch) {}

  Optional<State> dose(DoseId id) {
    return Optional.ofNullable(doses.get(id));
  }

  /** What eligibility asked last. */
  RecentAnswers answers() {
    return answers;
  }

  void dose(State state) {
    doses.put(state.dose().id(), state);
  }

  Optional<Volume> balance(Account account, BatchId batch) {
    return Optional.ofNullable(balances.get(new Key(account, batch)));
  }

  void balance(Account account, BatchId batch, Volume volume) {
    balances.put(new Key(account, batch), volume);
  }

  /** Something was added to an account: what is known of it stays known. */
  void added(Account account, BatchId batch, Volume change) {
    balances.computeIfPresent(new Key(account, batch), (k, before) -> before.plus(change));
  }

  /**
   * What is known of a station's pump, else what {@code read} says, which is known from then on.
   */
  PumpStand stand(StationId station, Supplier<PumpStand> read) {
    return stands.computeIfAbsent(station, unknown -> read.get());
  }

  void stand(StationId station, PumpStand stand) {
    stands.put(station, stand);
  }

  /** A change was given back, or the tables were made anew. */
  void forget() {
    doses.clear();
    balances.clear();
    stands.clear();
    answers.forget();
  }

  /** Keeps the entries used last. */
  static final class Bounded<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int most;

    Bounded(int most) {
      super(most * 2, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
