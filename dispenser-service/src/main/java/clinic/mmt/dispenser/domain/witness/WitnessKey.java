package clinic.mmt.dispenser.domain.witness;

/**
 * The public key by which checkpoints of a journal are known.
 *
 * @param id the first 16 hex digits of SHA-256 of the key's bytes: short enough to compare by eye
 * @param publicKey SubjectPublicKeyInfo of an Ed25519 key in base64
 */
public record WitnessKey(String id, String publicKey) {

  /** Refuses an id of another form. */
  public WitnessKey {
    if (!isId(id)) {
      throw new IllegalArgumentException("a key's id is 16 hex digits");
    }
  }

  /** Whether a text has the form of an id. */
  public static boolean isId(String text) {
    return text.matches("[0-9a-f]{16}");
  }

  /** As it stands in a file of checkpoints. */
  public String line(String clinic) {
    return "MK1 " + clinic + " " + id + " " + publicKey;
  }
}
