package clinic.mmt.dispenser.app.journal;

/**
 * Something that could not be written to the ledger and is kept beside it until it can (H52).
 *
 * @param id under which it is taken into the journal, once
 * @param body what it says, at most 900 bytes; may hold amounts of a dose
 */
public record Kept(String id, Bytes body) {}
