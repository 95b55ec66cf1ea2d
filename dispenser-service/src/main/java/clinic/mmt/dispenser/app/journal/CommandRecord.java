package clinic.mmt.dispenser.app.journal;

/**
 * A command id and what was answered (H53). Not derivable from the journal.
 *
 * @param id {@code <visit>/<step>/<n>}
 * @param bodyHash SHA-256 of the command's body, hex; the same id with another one is a conflict
 * @param answer what a repeat is told
 */
public record CommandRecord(String id, String bodyHash, String answer) {}
