package clinic.mmt.judge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The chain of hashes, computed from the written format alone. */
final class Links {

  private final MessageDigest digest;
  private final ByteBuffer header = ByteBuffer.allocate(1024);
  private byte[] before = new byte[32];
  private long sequence;

  Links() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  long sequence() {
    return sequence;
  }

  byte[] head() {
    return before.clone();
  }

  /** Takes the next entry; why it is not the next one, if so. */
  Optional<String> take(Row row) {
    Optional<String> fault = fault(row);
    sequence = row.sequence();
    before = row.hash();
    return fault;
  }

  private Optional<String> fault(Row row) {
    if (row.sequence() != sequence + 1) {
      return Optional.of("entry " + row.sequence() + " follows " + sequence);
    }
    digest.update(row.salt());
    byte[] secret = digest.digest(row.secret());
    if (!MessageDigest.isEqual(secret, row.privateHash())) {
      return Optional.of("the private hash is of other bytes");
    }
    byte[] open = digest.digest(row.open());
    header(row);
    digest.update(before);
    digest.update(header);
    digest.update(open);
    return MessageDigest.isEqual(digest.digest(secret), row.hash())
        ? Optional.empty()
        : Optional.of("the hash is of other bytes");
  }

  private void header(Row row) {
    byte[] kind = row.kind().getBytes(StandardCharsets.UTF_8);
    byte[] actor = row.actor().getBytes(StandardCharsets.UTF_8);
    header.clear();
    header.putShort((short) 1).putLong(row.sequence()).putLong(row.atMillis());
    header.putShort((short) row.kindVersion());
    header.putShort((short) kind.length).put(kind);
    header.putShort((short) actor.length).put(actor);
    header.flip();
  }
}
