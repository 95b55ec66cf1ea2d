package clinic.mmt.dispenser.app.journal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A journal that hands everything on to another one: for who changes or hears one thing of it. */
public class ForwardingJournal implements Journal {

  private final Journal real;

  /** In front of {@code real}. */
  protected ForwardingJournal(Journal real) {
    this.real = real;
  }

  @Override
  public <R> void transact(Transaction<R> transaction, Consumer<Outcome<R>> reply) {
    real.transact(transaction, reply);
  }

  @Override
  public List<Entry> entries(long from, int limit) {
    return real.entries(from, limit);
  }

  @Override
  public <T> T look(Function<Reads, T> look) {
    return real.look(look);
  }

  @Override
  public long head() {
    return real.head();
  }

  @Override
  public void onAppended(Consumer<Long> listener) {
    real.onAppended(listener);
  }

  @Override
  public void keep(Kept kept, Consumer<Boolean> done) {
    real.keep(kept, done);
  }

  @Override
  public List<Kept> kept() {
    return real.kept();
  }

  @Override
  public void forget(String id) {
    real.forget(id);
  }

  @Override
  public void close() {
    real.close();
  }
}
