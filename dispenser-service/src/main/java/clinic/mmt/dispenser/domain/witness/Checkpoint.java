package clinic.mmt.dispenser.domain.witness;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a journal's chain stood, signed by its service (H67 to H69). Kept elsewhere it shows an old
 * copy, a cut end and a rewritten chain.
 *
 * @param clinic the clinic's id
 * @param number counts the checkpoints of a journal, from 1, without gaps
 * @param sequence the last entry that it speaks of
 * @param hash of that entry, 64 hex digits
 * @param at when it was signed, by the clinic's clock
 * @param key id of the key that signed
 * @param signature Ed25519 over {@link #signed}, base64url without padding
 */
public record Checkpoint(
    String clinic,
    long number,
    long sequence,
    String hash,
    Instant at,
    String key,
    String signature) {

  /** The first word of a checkpoint. */
  public static final String KIND = "MC1";

  private static final int WORDS = 8;

  /** Refuses what can't be one. */
  public Checkpoint {
    if (!clinic.matches("[a-z0-9-]{1,32}") || number < 1 || sequence < 1) {
      throw new IllegalArgumentException("no checkpoint: clinic, number or sequence");
    }
    if (!hash.matches("[0-9a-f]{64}") || !WitnessKey.isId(key)) {
      throw new IllegalArgumentException("no checkpoint: hash or key");
    }
    if (!signature.matches("[A-Za-z0-9_-]{86}")) {
      throw new IllegalArgumentException("no checkpoint: signature");
    }
  }

  /** The words that are signed, after the kind. */
  public static String words(String clinic, long number, Head head, Instant at, String key) {
    return "%s %d %d %s %s %s"
        .formatted(clinic, number, head.sequence(), head.hash(), at.toString(), key);
  }

  /**
   * The last entry of a chain.
   *
   * @param hash 64 hex digits
   */
  public record Head(long sequence, String hash) {}

  /** The words that were signed, after the kind. */
  public String signed() {
    return words(clinic, number, new Head(sequence, hash), at, key);
  }

  /** One line for paper, a QR code or a file: kind, words, signature. */
  public String line() {
    return KIND + " " + signed() + " " + signature;
  }

  /** Reads a line; empty when it is none. Says nothing of who signed. */
  public static Optional<Checkpoint> read(String line) {
    List<String> words = List.of(line.strip().split(" +"));
    if (words.size() != WORDS || !words.getFirst().equals(KIND)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Checkpoint(
              words.get(1),
              Long.parseLong(words.get(2)),
              Long.parseLong(words.get(3)),
              words.get(4),
              Instant.parse(words.get(5)),
              words.get(6),
              words.get(7)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
