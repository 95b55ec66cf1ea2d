package clinic.mmt.dispenser.app.journal;

import java.time.Instant;

/**
 * One decision to be taken.
 *
 * @param actor opaque id of who acts: a member of staff, {@code service} or {@code station-…}
 * @param at the clinic's clock when it was asked for
 * @param decide the pure decision
 */
public record Transaction<R>(String actor, Instant at, Decide<R> decide) {}
