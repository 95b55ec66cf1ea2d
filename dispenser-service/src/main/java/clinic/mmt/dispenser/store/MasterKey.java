package clinic.mmt.dispenser.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** A key file: 64 hex digits, readable by its owner alone. */
final class MasterKey {

  private MasterKey() {}

  /**
   * Reads the key; makes one only when there is no people file yet, for a new key opens nothing.
   *
   * @throws StoreException when the key is missing or damaged, with what to do
   */
  static byte[] open(Path file, Path people) throws StoreException {
    return open(
        file,
        Files.exists(people)
            ? Optional.of(people + " cannot be read without it")
            : Optional.<String>empty());
  }

  /**
   * The same for any key.
   *
   * @param needed why a new key would not do; empty when it would
   */
  static byte[] open(Path file, Optional<String> needed) throws StoreException {
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      if (needed.isPresent()) {
        throw new StoreException(
            StoreException.Reason.WRONG_MASTER_KEY,
            "%s is missing and %s: restore it from where it is kept".formatted(file, needed.get()));
      }
      return create(file);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN,
          "cannot use %s (%s): check its owner and rights".formatted(file, e.getMessage()),
          e);
    }
  }

  private static byte[] read(Path file) throws IOException, StoreException {
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (!text.matches("[0-9a-f]{64}")) {
      throw new StoreException(
          StoreException.Reason.WRONG_MASTER_KEY,
          file + " is not 64 hex digits: restore it from where it is kept");
    }
    return HexFormat.of().parseHex(text);
  }

  /**
   * A power cut leaves a whole key or none (H50): a key file in part would be taken for a damaged
   * one, and the service would not start.
   */
  private static byte[] create(Path file) throws IOException {
    byte[] key = Sealer.newKey();
    String text = HexFormat.of().formatHex(key) + "\n";
    DataFolder.writeWhole(file, text.getBytes(StandardCharsets.US_ASCII));
    return key;
  }
}
