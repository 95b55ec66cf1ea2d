package clinic.mmt.dispenser.app.journal;

import java.time.Instant;

/**
 * One row of the journal as stored; {@code docs/journal-format.md} is its specification.
 *
 * @param sequence from 1, without gaps
 * @param at instant of the clinic's clock, milliseconds; data, never order
 * @param kind for example {@code dose.pour-intended}
 * @param kindVersion from 1; an older one is up-cast on read, never rewritten
 * @param actor opaque id of who acted
 * @param publicBody bytes as stored
 * @param privateBody bytes as stored, may be empty
 * @param salt 16 random bytes
 * @param privateHash SHA-256 of salt and private body
 * @param hash chain hash
 */
public record Entry(
    long sequence,
    Instant at,
    String kind,
    int kindVersion,
    String actor,
    Bytes publicBody,
    Bytes privateBody,
    Bytes salt,
    Bytes privateHash,
    Bytes hash) {

  /** The format this program writes. */
  public static final int FORMAT_VERSION = 1;
}
