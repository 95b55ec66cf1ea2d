package clinic.mmt.dispenser.app.witness;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.site.Sealed;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.Checkpoint.Head;
import clinic.mmt.dispenser.domain.witness.WitnessKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The key pair that signs checkpoints, and nothing else: of its own, so that a key of the site that
 * was handed to nobody can't be asked to sign a history.
 */
public final class CheckpointKey {

  private static final int ID_LENGTH = 16;

  private final SiteKey pair;
  private final WitnessKey open;

  private CheckpointKey(SiteKey pair) {
    this.pair = pair;
    this.open = named(pair.publicText());
  }

  /** The pair of these 32 bytes, always the same. */
  public static CheckpointKey of(byte[] seed) {
    return new CheckpointKey(SiteKey.of(seed));
  }

  /** What others know it by. */
  public WitnessKey open() {
    return open;
  }

  /** A public key with its id. */
  public static WitnessKey named(String publicKey) {
    String digest = Digests.sha256(Base64.getDecoder().decode(publicKey));
    return new WitnessKey(digest.substring(0, ID_LENGTH), publicKey);
  }

  /** Signs that the chain of {@code clinic} stood at {@code head}. */
  public Checkpoint sign(String clinic, long number, Head head, Instant at) {
    String words = Checkpoint.words(clinic, number, head, at, open.id());
    String signature = pair.seal(Checkpoint.KIND, words).signature();
    return new Checkpoint(clinic, number, head.sequence(), head.hash(), at, open.id(), signature);
  }

  /** Why {@code key} cannot be used; empty when its text is a key and its id is that key's. */
  public static Optional<String> fault(WitnessKey key) {
    if (SiteKey.publicKey(key.publicKey()).isEmpty()) {
      return Optional.of("the key is no Ed25519 key");
    }
    return named(key.publicKey()).equals(key)
        ? Optional.empty()
        : Optional.of("the key's id is not that of the key");
  }

  /** Whether the owner of {@code key} signed exactly this checkpoint. */
  public static boolean isGenuine(WitnessKey key, Checkpoint checkpoint) {
    Optional<PublicKey> open = SiteKey.publicKey(key.publicKey());
    return open.isPresent()
        && SiteKey.isGenuine(
            open.get(), new Sealed(Checkpoint.KIND, checkpoint.signed(), checkpoint.signature()));
  }
}
