package clinic.mmt.dispenser.app.journal;

import java.util.Optional;

/**
 * Where a chain stands: what the next entry has to follow.
 *
 * @param sequence of the last entry, 0 before the first
 * @param hash of the last entry, 32 zero bytes before the first
 */
public record Chain(long sequence, Bytes hash) {

  /** Before the first entry. */
  public static final Chain GENESIS = new Chain(0, Bytes.of(new byte[EntryHasher.HASH_LENGTH]));

  /** The chain that ends with {@code entry}. */
  public static Chain after(Entry entry) {
    return new Chain(entry.sequence(), entry.hash());
  }

  /** The entry that {@code draft} becomes as the next of this chain. */
  public Entry next(Draft draft, Bytes salt) {
    long number = sequence + 1;
    Bytes privateHash = EntryHasher.privateHash(salt, draft.privateBody());
    Bytes header = EntryHasher.header(number, draft);
    return new Entry(
        number,
        draft.at(),
        draft.kind(),
        draft.kindVersion(),
        draft.actor(),
        draft.publicBody(),
        draft.privateBody(),
        salt,
        privateHash,
        EntryHasher.hash(hash, header, draft.publicBody(), privateHash));
  }

  /** Why {@code entry} is not the next of this chain; empty when it is. */
  public Optional<String> fault(Entry entry) {
    if (entry.sequence() != sequence + 1) {
      return Optional.of("missing: entry " + entry.sequence() + " follows " + sequence);
    }
    if (entry.salt().length() != EntryHasher.SALT_LENGTH) {
      return Optional.of("a salt of " + entry.salt().length() + " bytes");
    }
    if (entry.kindVersion() < 1 || entry.kindVersion() > 0xFFFF) {
      return Optional.of("its kind version is not within 1 to 65535");
    }
    Entry expected = next(draftOf(entry), entry.salt());
    if (!expected.privateHash().equals(entry.privateHash())) {
      return Optional.of("private hash differs from salt and private body");
    }
    if (!expected.hash().equals(entry.hash())) {
      return Optional.of("hash differs from the entry before and this entry's bytes");
    }
    return Optional.empty();
  }

  private static Draft draftOf(Entry entry) {
    return new Draft(
        entry.at(),
        entry.actor(),
        entry.kind(),
        entry.kindVersion(),
        entry.publicBody(),
        entry.privateBody());
  }
}
