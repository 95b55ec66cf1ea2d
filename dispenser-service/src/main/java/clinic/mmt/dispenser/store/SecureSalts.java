package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.EntryHasher;
import clinic.mmt.dispenser.app.journal.SaltSource;
import java.security.SecureRandom;

/** Salts from the platform's strong random numbers. */
public final class SecureSalts implements SaltSource {

  private final SecureRandom random = new SecureRandom();

  /** A source of its own. */
  public SecureSalts() {}

  @Override
  public Bytes next() {
    byte[] salt = new byte[EntryHasher.SALT_LENGTH];
    random.nextBytes(salt);
    return Bytes.of(salt);
  }
}
