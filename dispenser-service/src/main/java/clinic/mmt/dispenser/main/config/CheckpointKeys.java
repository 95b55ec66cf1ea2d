package clinic.mmt.dispenser.main.config;

import java.util.Set;

/** The keys under {@code checkpoints}: how often the chain's head is signed (H67 to H69). */
final class CheckpointKeys {

  /** About twice on a day of two hundred patients. */
  private static final int USUAL = 1000;

  private CheckpointKeys() {}

  /** After how many entries. */
  static int every(Yaml root) throws ConfigException {
    if (!root.has("checkpoints")) {
      return USUAL;
    }
    Yaml checkpoints = root.map("checkpoints");
    checkpoints.only(Set.of("every"));
    return checkpoints.number("every", USUAL, 10, 100_000);
  }
}
