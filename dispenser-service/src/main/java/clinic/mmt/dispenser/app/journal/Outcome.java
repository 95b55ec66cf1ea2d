package clinic.mmt.dispenser.app.journal;

/** What became of a transaction. */
public sealed interface Outcome<R> {

  /** Durable. {@code head} is the sequence of the last entry written, or of the journal. */
  record Done<R>(R answer, long head) implements Outcome<R> {}

  /** Refused by a rule; nothing was written. */
  record Refused<R>(Refusal refusal) implements Outcome<R> {}

  /** Refused by the database; {@code constraint} names the constraint. Nothing was written. */
  record Conflict<R>(String constraint) implements Outcome<R> {}

  /** The store failed; nothing of this transaction was acknowledged. */
  record Failed<R>(String why) implements Outcome<R> {}
}
