package clinic.mmt.dispenser.store.backup;

import clinic.mmt.dispenser.store.StoreException;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * What a backup is sealed with: a text that people keep apart from it. Argon2id with 64 MiB and
 * three passes (RFC 9106, the second recommended choice) makes the key.
 */
public final class Passphrase {

  /** Fewest characters: six words of a list, or twenty random letters, are better. */
  public static final int SHORTEST = 12;

  static final int SALT_LENGTH = 16;

  private static final Argon2Function ARGON =
      Argon2Function.getInstance(64 * 1024, 3, 4, Sealing.KEY_LENGTH, Argon2.ID);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private Passphrase(String text) {
    this.text = text;
  }

  /**
   * The first line of a file.
   *
   * @throws StoreException when it cannot be read or is too short
   */
  public static Passphrase of(Path file) throws StoreException {
    try {
      String line =
          Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
      return ofText(line);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN,
          "the passphrase cannot be read from %s: the file has it in its first line, as UTF-8"
              .formatted(file),
          e);
    }
  }

  /** A passphrase as it was typed. */
  public static Passphrase ofText(String text) throws StoreException {
    if (text.length() < SHORTEST) {
      throw new StoreException(
          StoreException.Reason.WRONG_PASSPHRASE,
          "a passphrase has at least %d characters; six words that nobody guesses are good"
              .formatted(SHORTEST));
    }
    return new Passphrase(text);
  }

  static byte[] newSalt() {
    byte[] salt = new byte[SALT_LENGTH];
    RANDOM.nextBytes(salt);
    return salt;
  }

  byte[] key(byte[] salt) {
    return ARGON.hash(text.getBytes(StandardCharsets.UTF_8), salt).getBytes();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
