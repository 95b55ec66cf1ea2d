package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.journal.Refusal;

/** The answer to a command. */
public sealed interface Reply {

  /**
   * Done and durable.
   *
   * @param phase the dose's state after it, or what a repeat was told before
   */
  record Done(String phase) implements Reply {}

  /** Not allowed, and the way on. */
  record Refused(Refusal refusal) implements Reply {}

  /** The same id with another body, or not this visit's. */
  record Conflict(Refusal refusal) implements Reply {}

  /** The store failed; nothing was done. */
  record Failed(String why) implements Reply {}
}
