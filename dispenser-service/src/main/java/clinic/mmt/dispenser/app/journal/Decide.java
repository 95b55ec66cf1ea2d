package clinic.mmt.dispenser.app.journal;

/**
 * A pure decision on state read by key: no I/O, clock, randomness, logging. At most 1 ms. It may be
 * asked again when another one of its batch was stopped.
 */
@FunctionalInterface
public interface Decide<R> {

  /** Decides on {@code reads}, the state as of all entries before. */
  Decision<R> decide(Reads reads);
}
