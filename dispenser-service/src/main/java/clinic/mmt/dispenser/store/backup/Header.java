package clinic.mmt.dispenser.store.backup;

import clinic.mmt.dispenser.store.StoreException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The lines before the sealed part, for people and for {@code file}: they name no person. The
 * sealed part opens only under these very lines.
 *
 * @param clinic whose
 * @param at when it was begun
 * @param kind what is inside
 * @param head of the ledger inside, {@code sequence:hash}; of keys {@code -}
 * @param salt of the passphrase, 16 bytes in hex
 * @param nonce how the nonces begin, 7 bytes in hex
 */
public record Header(String clinic, Instant at, Kind kind, String head, String salt, String nonce) {

  static final String FIRST = "methadone clinic backup 1";

  private static final int LENGTH_MOST = 1000;
  private static final List<String> NAMES =
      List.of("clinic", "at", "kind", "head", "salt", "nonce");

  /** What is inside. */
  public enum Kind {
    /** Ledger and people. */
    DATA,
    /** The key files, kept apart from the data. */
    KEYS
  }

  byte[] bytes() {
    return String.join(
            "\n",
            FIRST,
            "clinic " + clinic,
            "at " + at,
            "kind " + kind,
            "head " + head,
            "salt " + salt,
            "nonce " + nonce,
            "",
            "")
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] saltBytes() {
    return HexFormat.of().parseHex(salt);
  }

  byte[] nonceBytes() {
    return HexFormat.of().parseHex(nonce);
  }

  /** Reads up to the empty line. */
  static Header read(InputStream in) throws IOException, StoreException {
    if (!line(in).equals(FIRST)) {
      throw damaged("it does not begin with «" + FIRST + "»");
    }
    Map<String, String> values = new HashMap<>();
    for (String name : NAMES) {
      String line = line(in);
      if (!line.startsWith(name + " ")) {
        throw damaged("its line «" + name + "» is missing");
      }
      values.put(name, line.substring(name.length() + 1));
    }
    if (!line(in).isEmpty()) {
      throw damaged("there are lines that do not belong there");
    }
    return of(values);
  }

  private static Header of(Map<String, String> values) throws StoreException {
    try {
      Header header =
          new Header(
              values.getOrDefault("clinic", ""),
              Instant.parse(values.getOrDefault("at", "")),
              Kind.valueOf(values.getOrDefault("kind", "")),
              values.getOrDefault("head", ""),
              values.getOrDefault("salt", ""),
              values.getOrDefault("nonce", ""));
      if (header.saltBytes().length != Passphrase.SALT_LENGTH
          || header.nonceBytes().length != Sealing.PREFIX_LENGTH) {
        throw damaged("salt or nonce have a wrong length");
      }
      return header;
    } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
      throw damaged("its first lines cannot be read");
    }
  }

  private static String line(InputStream in) throws IOException, StoreException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the file ends in its first lines");
      }
      if (line.length() > LENGTH_MOST) {
        throw damaged("its first lines are too long");
      }
      line.append((char) next);
      next = in.read();
    }
    return line.toString();
  }

  static StoreException damaged(String why) {
    return new StoreException(
        StoreException.Reason.DAMAGED_BACKUP,
        "this is no whole backup of a clinic: " + why + "; take another copy of it");
  }
}
