package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM under one key. A sealed value is nonce (12 bytes), ciphertext, tag (16 bytes). */
final class Sealer {

  static final int KEY_LENGTH = 32;

  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private Sealer(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** A sealer for {@code key}, whose bytes are cleared. */
  static Sealer of(byte[] key) {
    Sealer sealer = new Sealer(key);
    Arrays.fill(key, (byte) 0);
    return sealer;
  }

  static byte[] newKey() {
    byte[] key = new byte[KEY_LENGTH];
    RANDOM.nextBytes(key);
    return key;
  }

  /** Seals {@code clear}; it opens only with the same {@code bound} text. */
  byte[] seal(byte[] clear, String bound) {
    byte[] nonce = new byte[NONCE_LENGTH];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, bound);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_LENGTH + cipher.getOutputSize(clear.length));
      cipher.doFinal(clear, 0, clear.length, sealed, NONCE_LENGTH);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM does not work on this platform", e);
    }
  }

  /** The clear value; empty when it was sealed with another key or bound to something else. */
  Optional<Bytes> open(byte[] sealed, String bound) {
    if (sealed.length < NONCE_LENGTH) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_LENGTH), bound);
      byte[] clear = cipher.doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
      Bytes opened = Bytes.of(clear);
      Arrays.fill(clear, (byte) 0);
      return Optional.of(opened);
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM does not work on this platform", e);
    }
  }

  /** HMAC-SHA256: derives keys, and hashes card numbers so that nobody without the key can. */
  static byte[] keyedHash(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 does not work on this platform", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String bound) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
