package clinic.mmt.dispenser.app.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key by which a clinic knows its own cards: a card's check is the truncated HMAC-SHA256 of the
 * rest. It shows that the clinic made the card, not who holds it.
 */
public final class CardKey {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_PER_LETTER = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final String mark;

  private CardKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
    this.mark = letters("mmt clinic card mark 1", ClinicCard.MARK_LETTERS);
  }

  /** The key of these 32 bytes. */
  public static CardKey of(byte[] bytes) {
    return new CardKey(bytes);
  }

  /** Makes a card that no other is like. */
  public ClinicCard make(int number) {
    StringBuilder token = new StringBuilder(mark);
    while (token.length() < ClinicCard.TOKEN_LETTERS) {
      token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    ClinicCard bare = new ClinicCard(token.toString(), number, "");
    return new ClinicCard(bare.token(), number, check(bare));
  }

  /** Whether a card says that it is of this clinic; anybody can write that. */
  public boolean isMarked(ClinicCard card) {
    return card.token().startsWith(mark);
  }

  /** Whether this clinic's key made the card just as it is. */
  public boolean isGenuine(ClinicCard card) {
    return MessageDigest.isEqual(
        check(card).getBytes(StandardCharsets.US_ASCII),
        card.check().getBytes(StandardCharsets.US_ASCII));
  }

  private String check(ClinicCard card) {
    return letters(card.signed(), ClinicCard.CHECK_LETTERS);
  }

  /** The first bits of the keyed hash of a text, five a letter. */
  private String letters(String text, int count) {
    byte[] hash = hash(text);
    StringBuilder letters = new StringBuilder();
    for (int letter = 0; letter < count; letter++) {
      int value = 0;
      for (int i = letter * BITS_PER_LETTER; i < (letter + 1) * BITS_PER_LETTER; i++) {
        value = value << 1 | (hash[i / 8] >> (7 - i % 8) & 1);
      }
      letters.append(LETTERS.charAt(value));
    }
    return letters.toString();
  }

  private byte[] hash(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 does not work on this platform", e);
    }
  }
}
