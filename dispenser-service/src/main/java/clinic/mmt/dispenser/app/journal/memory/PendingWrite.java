package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Projection;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.journal.codec.Entries;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One waiting transaction, what it wrote and what it will be told. */
final class PendingWrite<R> {

  private final Transaction<R> transaction;
  private final Consumer<Outcome<R>> reply;
  private List<Entry> entries = List.of();
  private Optional<CommandRecord> command = Optional.empty();
  private Outcome<R> outcome = new Outcome.Failed<>("not decided");

  PendingWrite(Transaction<R> transaction, Consumer<Outcome<R>> reply) {
    this.transaction = transaction;
    this.reply = reply;
  }

  /** Decides and writes into {@code views}, all or nothing; gives the chain after it. */
  Chain run(MemoryViews views, Chain chain, SaltSource salts) {
    int savepoint = views.undo().savepoint();
    try {
      return switch (transaction.decide().decide(views)) {
        case Decision.Accept<R> accept -> accepted(accept, views, chain, salts);
        case Decision.Refuse<R> refuse -> {
          outcome = new Outcome.Refused<>(refuse.refusal());
          yield chain;
        }
      };
    } catch (ConstraintBroken broken) {
      outcome = new Outcome.Conflict<>(broken.constraint());
    } catch (RuntimeException | AssertionError | StackOverflowError bug) {
      outcome = new Outcome.Failed<>("a decision threw " + bug.getClass().getSimpleName());
    }
    views.undo().rollbackTo(savepoint);
    entries = List.of();
    command = Optional.empty();
    return chain;
  }

  private Chain accepted(
      Decision.Accept<R> accept, MemoryViews views, Chain before, SaltSource salts) {
    Entries.Actor actor = new Entries.Actor(transaction.actor(), transaction.at());
    List<Entry> written = new ArrayList<>();
    Chain chain = before;
    for (Fact fact : accept.facts()) {
      Entry entry = Entries.next(chain, actor, fact, salts.next(), views::doseBefore);
      Projection.apply(fact, entry.sequence(), views);
      written.add(entry);
      chain = Chain.after(entry);
    }
    accept.command().ifPresent(views::remember);
    entries = List.copyOf(written);
    command = accept.command();
    outcome = new Outcome.Done<>(accept.answer(), chain.sequence());
    return chain;
  }

  List<Entry> entries() {
    return entries;
  }

  Optional<CommandRecord> command() {
    return command;
  }

  void answer() {
    reply.accept(outcome);
  }

  void fail(String why) {
    reply.accept(new Outcome.Failed<>(why));
  }
}
