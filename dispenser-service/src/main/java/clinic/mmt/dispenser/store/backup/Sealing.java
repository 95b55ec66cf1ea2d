package clinic.mmt.dispenser.store.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM over a long stream in pieces of 64 KiB. The nonce of a piece is a random beginning (7
 * bytes), the number of the piece (4) and whether it is the last (1), so that pieces can neither
 * change places nor be cut off (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár).
 */
final class Sealing {

  static final int KEY_LENGTH = 32;
  static final int PREFIX_LENGTH = 7;
  static final int PIECE = 1 << 16;
  static final int TAG_LENGTH = 16;

  /** A piece that is not the next of this stream under this key. */
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    private Broken(AEADBadTagException e) {
      super("a piece was changed, or the end is missing", e);
    }
  }

  private static final SecureRandom RANDOM = new SecureRandom();

  private final int mode;
  private final SecretKeySpec key;
  private final byte[] prefix;
  private final byte[] bound;
  private int number;

  private Sealing(int mode, byte[] key, byte[] prefix, byte[] bound) {
    this.mode = mode;
    this.key = new SecretKeySpec(key, "AES");
    this.prefix = prefix.clone();
    this.bound = bound.clone();
  }

  /** Seals; {@code bound} is what comes before in clear. */
  static Sealing seal(byte[] key, byte[] prefix, byte[] bound) {
    return new Sealing(Cipher.ENCRYPT_MODE, key, prefix, bound);
  }

  /** Opens what was sealed with the same. */
  static Sealing open(byte[] key, byte[] prefix, byte[] bound) {
    return new Sealing(Cipher.DECRYPT_MODE, key, prefix, bound);
  }

  static byte[] newPrefix() {
    byte[] prefix = new byte[PREFIX_LENGTH];
    RANDOM.nextBytes(prefix);
    return prefix;
  }

  /**
   * The next piece.
   *
   * @throws Broken when it is not the next piece of this stream
   */
  byte[] next(byte[] bytes, int length, boolean last) throws Broken {
    if (number < 0) {
      throw new IllegalStateException("a backup of more than 128 TiB");
    }
    byte[] nonce =
        ByteBuffer.allocate(PREFIX_LENGTH + 5)
            .put(prefix)
            .putInt(number++)
            .put((byte) (last ? 1 : 0))
            .array();
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(8 * TAG_LENGTH, nonce));
      cipher.updateAAD(bound);
      return cipher.doFinal(bytes, 0, length);
    } catch (AEADBadTagException e) {
      throw new Broken(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM does not work on this platform", e);
    }
  }
}
