package clinic.mmt.dispenser.app.site;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * A key pair by which others know what this site wrote (Ed25519). It shows which site wrote a text,
 * and that nobody changed it; not who carries it.
 */
public final class SiteKey {

  private static final String ED25519 = "Ed25519";

  private final KeyPair pair;
  private final PrivateKey opening;

  private SiteKey(KeyPair pair, PrivateKey opening) {
    this.pair = pair;
    this.opening = opening;
  }

  /** Chance that is known beforehand: the JDK takes a private key from it as it comes. */
  private static final class Known extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final byte[] bytes;

    Known(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(bytes, 0, into, 0, into.length);
    }
  }

  /** The pair of these 32 bytes, always the same. */
  public static SiteKey of(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
      generator.initialize(NamedParameterSpec.ED25519, new Known(seed));
      return new SiteKey(generator.generateKeyPair(), Curve.opening(seed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** The public key by which who signs here is known. */
  PublicKey publicKey() {
    return pair.getPublic();
  }

  /** The private key that opens what was closed for this site. */
  PrivateKey opening() {
    return opening;
  }

  /** The public key, as it is written into the configuration of other sites. */
  public String publicText() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  /** Reads a public key; empty when the text is none. */
  public static Optional<PublicKey> publicKey(String text) {
    try {
      return Optional.of(
          KeyFactory.getInstance(ED25519)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Signs a text of a kind, such as {@code MG1}; it is not taken for one of another kind. */
  public Sealed seal(String kind, String text) {
    try {
      Signature signature = Signature.getInstance(ED25519);
      signature.initSign(pair.getPrivate());
      signature.update(signed(kind, text));
      return new Sealed(
          kind, text, Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 does not sign on this platform", e);
    }
  }

  /** Whether the owner of {@code key} sealed exactly this. */
  public static boolean isGenuine(PublicKey key, Sealed sealed) {
    try {
      Signature signature = Signature.getInstance(ED25519);
      signature.initVerify(key);
      signature.update(signed(sealed.kind(), sealed.text()));
      return signature.verify(Base64.getUrlDecoder().decode(sealed.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] signed(String kind, String text) {
    return (kind + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
