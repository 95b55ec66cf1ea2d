package clinic.mmt.judge;

/**
 * One stored entry, as {@code docs/journal-format.md} has it.
 *
 * @param sequence from 1
 * @param atMillis milliseconds since 1970
 * @param kind kind of entry
 * @param kindVersion version of the kind
 * @param actor who acted
 * @param open public body
 * @param secret private body, empty when there is none
 * @param salt 16 bytes
 * @param privateHash hash of salt and private body
 * @param hash chain hash
 */
@SuppressWarnings("ArrayRecordComponent") // stored bytes, read once and compared by content
public record Row(
    long sequence,
    long atMillis,
    String kind,
    int kindVersion,
    String actor,
    byte[] open,
    byte[] secret,
    byte[] salt,
    byte[] privateHash,
    byte[] hash) {}
