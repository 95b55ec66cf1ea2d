package clinic.mmt.dispenser.app.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What may leave the clinic of an entry: header, public body and the hashes, verbatim. It holds no
 * private body and no salt, and is enough to check the chain ({@code docs/journal-format.md}).
 *
 * @param format version of the entry format
 * @param sequence from 1, without gaps
 * @param at instant of the clinic's clock, milliseconds
 * @param kind for example {@code dose.pour-tapped}
 * @param kindVersion from 1
 * @param actor opaque id of who acted
 * @param publicBody bytes as stored
 * @param privateHash SHA-256 of salt and private body
 * @param hash chain hash
 */
public record PublicEntry(
    int format,
    long sequence,
    Instant at,
    String kind,
    int kindVersion,
    String actor,
    Bytes publicBody,
    Bytes privateHash,
    Bytes hash) {

  /** The public part of a stored entry. */
  public static PublicEntry of(Entry entry) {
    return new PublicEntry(
        Entry.FORMAT_VERSION,
        entry.sequence(),
        entry.at(),
        entry.kind(),
        entry.kindVersion(),
        entry.actor(),
        entry.publicBody(),
        entry.privateHash(),
        entry.hash());
  }

  /** Why this is not the next of {@code chain}; empty when it is. */
  public Optional<String> fault(Chain chain) {
    if (sequence != chain.sequence() + 1) {
      return Optional.of("missing: entry " + sequence + " follows " + chain.sequence());
    }
    if (format != Entry.FORMAT_VERSION) {
      return Optional.of("format " + format + ", and this program knows " + Entry.FORMAT_VERSION);
    }
    if (kindVersion < 1 || kindVersion > 0xFFFF) {
      return Optional.of("its kind version is not within 1 to 65535");
    }
    Draft draft = new Draft(at, actor, kind, kindVersion, publicBody, Bytes.EMPTY);
    Bytes header = EntryHasher.header(sequence, draft);
    return EntryHasher.hash(chain.hash(), header, publicBody, privateHash).equals(hash)
        ? Optional.empty()
        : Optional.of("hash differs from the entry before and this entry's bytes");
  }

  /** The chain that ends with this entry. */
  public Chain chain() {
    return new Chain(sequence, hash);
  }
}
