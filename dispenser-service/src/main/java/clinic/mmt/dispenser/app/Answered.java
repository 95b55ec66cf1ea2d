package clinic.mmt.dispenser.app;

import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;

/** The answer of a use case that is no command of a visit. */
public sealed interface Answered<T> {

  /** Done and durable. */
  record Yes<T>(T value) implements Answered<T> {}

  /** Not allowed, and the way on. */
  record No<T>(Refusal refusal) implements Answered<T> {}

  /** The store failed; nothing was done. */
  record Failed<T>(String why) implements Answered<T> {}

  /** The answer of a transaction. */
  static <T> Answered<T> of(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T> done -> new Yes<>(done.answer());
      case Outcome.Refused<T> no -> new No<>(no.refusal());
      case Outcome.Conflict<T> c ->
          new No<>(
              Refusal.of(
                  "store-conflict",
                  "",
                  "The ledger refused this: " + c.constraint(),
                  "it is there already, or call the pharmacist"));
      case Outcome.Failed<T> f -> new Failed<>(f.why());
    };
  }
}
