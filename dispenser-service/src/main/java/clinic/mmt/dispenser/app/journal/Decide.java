package clinic.mmt.dispenser.app.journal;

/** A pure decision on state read by key: no I/O, clock, randomness, logging. At most 1 ms. */
@FunctionalInterface
public interface Decide<R> {

  /** Decides on {@code reads}, the state as of all entries before. */
  Decision<R> decide(Reads reads);
}
