package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.EntryHasher;
import clinic.mmt.dispenser.app.journal.SaltSource;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Salts from the platform's strong random numbers, drawn many at a time: each draw costs as much as
 * hashing an entry. Confined to one thread at a time.
 */
public final class SecureSalts implements SaltSource {

  private static final int AT_A_TIME = 64;

  private final SecureRandom random = new SecureRandom();
  private final byte[] drawn = new byte[AT_A_TIME * EntryHasher.SALT_LENGTH];
  private int used = drawn.length;

  /** A source of its own. */
  public SecureSalts() {}

  @Override
  public Bytes next() {
    if (used == drawn.length) {
      random.nextBytes(drawn);
      used = 0;
    }
    byte[] salt = Arrays.copyOfRange(drawn, used, used + EntryHasher.SALT_LENGTH);
    used += salt.length;
    return Bytes.of(salt);
  }
}
