package clinic.mmt.dispenser.app.site;

import clinic.mmt.dispenser.domain.site.SiteName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signed text, closed for one site: six lines of which only the last one, which nobody but that
 * site opens, tells of a person ({@code docs/pack-format.md}). Signed inside, so that nobody can
 * take a signature off and put another on.
 *
 * @param kind of the text, for example {@code MO1}
 * @param from the site that says it wrote
 * @param to the one site that it is for
 * @param key the sender's half of the agreement, made for this file, base64url
 * @param box the closed text, base64url
 */
public record PackFile(String kind, SiteName from, SiteName to, String key, String box) {

  /** A file has no more characters. */
  public static final int CHARACTERS_MOST = 2 << 20;

  private static final String TITLE = "MMT pack 1";
  private static final int TAG_BITS = 128;
  private static final int NONCE_BYTES = 12;

  /** Whom a text goes to. */
  public record Way(SiteName from, SiteName to) {}

  /**
   * Closes a signed text.
   *
   * @param receiver public key of the site it is for
   * @param chance 32 bytes that nobody knows and that are used once
   */
  static PackFile close(Sealed sealed, Way way, PublicKey receiver, byte[] chance) {
    try {
      PrivateKey once = Curve.scalar(chance);
      String key = base64(Curve.publicOf(once));
      PackFile bare = new PackFile(sealed.kind(), way.from(), way.to(), key, "");
      PublicKey closing = Curve.closing(receiver);
      byte[] secret = bare.secret(Curve.agreed(once, closing), Curve.bytes(closing));
      byte[] plain = (sealed.signature() + "\n" + sealed.text()).getBytes(StandardCharsets.UTF_8);
      String box = base64(bare.cipher(Cipher.ENCRYPT_MODE, secret).doFinal(plain));
      return new PackFile(bare.kind(), bare.from(), bare.to(), key, box);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a pack can't be closed on this platform", e);
    }
  }

  /** Opens it with the key of this site; empty when it was altered or is for another one. */
  Optional<Sealed> open(SiteKey own) {
    try {
      byte[] agreed = Curve.agreed(own.opening(), Curve.point(Base64.getUrlDecoder().decode(key)));
      byte[] secret = secret(agreed, Curve.bytes(Curve.closing(own.publicKey())));
      byte[] closed = Base64.getUrlDecoder().decode(box);
      if (!base64(closed).equals(box)) {
        // The last letter has bits that stand for nothing: altered is altered.
        return Optional.empty();
      }
      byte[] plain = cipher(Cipher.DECRYPT_MODE, secret).doFinal(closed);
      String text = new String(plain, StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      return end < 0
          ? Optional.empty()
          : Optional.of(new Sealed(kind, text.substring(end + 1), text.substring(0, end)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** HKDF-SHA256 of what both sides know, bound to both public keys. */
  private byte[] secret(byte[] agreed, byte[] receiver) throws GeneralSecurityException {
    MessageDigest salt = MessageDigest.getInstance("SHA-256");
    salt.update(Base64.getUrlDecoder().decode(key));
    salt.update(receiver);
    byte[] extracted = hmac(salt.digest(), agreed);
    return hmac(extracted, (TITLE + "\u0001").getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  /** The secret closes one text only, so the nonce may be the same always. */
  private Cipher cipher(int mode, byte[] secret) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(secret, "AES"),
        new GCMParameterSpec(TAG_BITS, new byte[NONCE_BYTES]));
    cipher.updateAAD(head().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private String head() {
    return """
        %s
        kind: %s
        from: %s
        to: %s
        key: %s
        """
        .formatted(TITLE, kind, from.value(), to.value(), key);
  }

  /** The file. */
  public String text() {
    return head() + "box: " + box + "\n";
  }

  /** Reads a file of a kind; empty when it does not have the form of one. */
  public static Optional<PackFile> read(String kind, String text) {
    if (text.length() > CHARACTERS_MOST) {
      return Optional.empty();
    }
    List<String> lines = text.lines().toList();
    if (lines.size() != 6
        || !lines.getFirst().equals(TITLE)
        || !lines.get(1).equals("kind: " + kind)) {
      return Optional.empty();
    }
    Optional<String> from = value("from", lines.get(2)).filter(SiteName::isName);
    Optional<String> to = value("to", lines.get(3)).filter(SiteName::isName);
    Optional<String> key = value("key", lines.get(4));
    Optional<String> box = value("box", lines.get(5));
    return from.isEmpty() || to.isEmpty() || key.isEmpty() || box.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PackFile(
                kind, new SiteName(from.get()), new SiteName(to.get()), key.get(), box.get()));
  }

  private static Optional<String> value(String name, String line) {
    return line.startsWith(name + ": ")
        ? Optional.of(line.substring(name.length() + 2))
        : Optional.empty();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "PackFile[" + kind + "]";
  }
}
