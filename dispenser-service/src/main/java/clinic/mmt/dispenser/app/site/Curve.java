package clinic.mmt.dispenser.app.site;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/**
 * One pair of keys for two uses: sites sign with Ed25519, and what is closed for a site is closed
 * with X25519, the same curve in its other form (RFC 7748, section 4.1). So the configuration knows
 * one key of a site.
 */
final class Curve {

  /** 2^255 − 19. */
  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  private static final int BYTES = 32;
  private static final int BASE_POINT = 9;

  private Curve() {}

  /** The opening key that belongs to the signing key of these 32 bytes. */
  static PrivateKey opening(byte[] seed) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(seed);
    return scalar(Arrays.copyOf(hash, BYTES));
  }

  static PrivateKey scalar(byte[] bytes) throws GeneralSecurityException {
    return KeyFactory.getInstance("X25519")
        .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, bytes));
  }

  /** The closing key that belongs to an Ed25519 public key: u = (1 + y) / (1 − y). */
  static PublicKey closing(PublicKey ed25519) throws GeneralSecurityException {
    byte[] encoded = ed25519.getEncoded();
    byte[] y = Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
    // The highest bit is the sign of x, which u does not depend on.
    y[BYTES - 1] &= 0x7f;
    BigInteger height = number(y);
    BigInteger below = BigInteger.ONE.subtract(height).mod(PRIME);
    return point(
        below.signum() == 0
            ? BigInteger.ZERO
            : BigInteger.ONE.add(height).multiply(below.modInverse(PRIME)).mod(PRIME));
  }

  /** The public key of 32 bytes, lowest first. */
  static PublicKey point(byte[] u) throws GeneralSecurityException {
    return point(number(u));
  }

  private static PublicKey point(BigInteger u) throws GeneralSecurityException {
    return KeyFactory.getInstance("X25519")
        .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u));
  }

  /** The public key of a private one, 32 bytes, lowest first. */
  static byte[] publicOf(PrivateKey scalar) throws GeneralSecurityException {
    return agreed(scalar, point(BigInteger.valueOf(BASE_POINT)));
  }

  /** What two sides know together; a point that would give it away is refused by the JDK. */
  static byte[] agreed(PrivateKey own, PublicKey other) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(own);
    agreement.doPhase(other, true);
    return agreement.generateSecret();
  }

  /** A public key as 32 bytes, lowest first. */
  static byte[] bytes(PublicKey point) {
    byte[] highest = ((XECPublicKey) point).getU().toByteArray();
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < Math.min(BYTES, highest.length); i++) {
      bytes[i] = highest[highest.length - 1 - i];
    }
    return bytes;
  }

  private static BigInteger number(byte[] lowestFirst) {
    byte[] highestFirst = new byte[lowestFirst.length];
    for (int i = 0; i < lowestFirst.length; i++) {
      highestFirst[i] = lowestFirst[lowestFirst.length - 1 - i];
    }
    return new BigInteger(1, highestFirst);
  }
}
