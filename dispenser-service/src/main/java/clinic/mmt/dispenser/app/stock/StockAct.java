package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** An act on the stock in the name of one session, decided inside a transaction. */
record StockAct(House house, Session by, Set<Role> functions) {

  /** Decides, unless none of the functions is held. */
  <T> void decide(Function<Reads, Decision<T>> decide, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<T>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    StockRights.against(by, functions)
                        .map(Decision::<T>refuse)
                        .orElseGet(() -> decide.apply(reads))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /** Only looks. */
  <T> void read(Function<Reads, T> read, Consumer<Answered<T>> reply) {
    decide(reads -> Decision.accept(java.util.List.of(), read.apply(reads)), reply);
  }
}
