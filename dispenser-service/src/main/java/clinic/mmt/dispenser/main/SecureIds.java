package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.Ids;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of 128 random bits. */
final class SecureIds implements Ids {

  private final SecureRandom random = new SecureRandom();

  @Override
  public String next(String prefix) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return prefix + HexFormat.of().formatHex(bytes);
  }
}
