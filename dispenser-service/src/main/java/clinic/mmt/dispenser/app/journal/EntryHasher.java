package clinic.mmt.dispenser.app.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of {@code docs/journal-format.md}, over stored bytes and never over a re-writing. */
public final class EntryHasher {

  /** Length of a salt in bytes. */
  public static final int SALT_LENGTH = 16;

  /** Length of a hash in bytes. */
  public static final int HASH_LENGTH = 32;

  private static final int TEXT_LENGTH_MAX = 0xFFFF;

  /** One for each thread: making one, or a copy of one, costs as much as a short hash. */
  private static final ThreadLocal<MessageDigest> OF_THREAD =
      ThreadLocal.withInitial(EntryHasher::algorithm);

  private EntryHasher() {}

  /** SHA-256 of salt and private body. */
  public static Bytes privateHash(Bytes salt, Bytes privateBody) {
    return sha256(salt, privateBody);
  }

  /** SHA-256 of the previous hash, header, hash of the public body and private hash. */
  public static Bytes hash(Bytes previous, Bytes header, Bytes publicBody, Bytes privateHash) {
    return sha256(previous, header, sha256(publicBody), privateHash);
  }

  /**
   * The header's bytes: format version (2), sequence (8), instant in milliseconds (8), kind version
   * (2), kind and actor each with its length in bytes (2) before; all big endian.
   *
   * @throws IllegalArgumentException for a kind or actor of more than 65 535 bytes
   */
  public static Bytes header(long sequence, Draft draft) {
    byte[] kind = text(draft.kind());
    byte[] actor = text(draft.actor());
    ByteBuffer header = ByteBuffer.allocate(2 + 8 + 8 + 2 + 2 + kind.length + 2 + actor.length);
    header.putShort((short) Entry.FORMAT_VERSION);
    header.putLong(sequence);
    header.putLong(draft.at().toEpochMilli());
    header.putShort((short) draft.kindVersion());
    header.putShort((short) kind.length).put(kind);
    header.putShort((short) actor.length).put(actor);
    return Bytes.of(header.array());
  }

  /** SHA-256 of the parts one after the other. */
  public static Bytes sha256(Bytes... parts) {
    MessageDigest digest = OF_THREAD.get();
    digest.reset();
    for (Bytes part : parts) {
      part.into(digest);
    }
    return Bytes.of(digest.digest());
  }

  private static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > TEXT_LENGTH_MAX) {
      throw new IllegalArgumentException("a kind or actor of " + bytes.length + " bytes");
    }
    return bytes;
  }
}
