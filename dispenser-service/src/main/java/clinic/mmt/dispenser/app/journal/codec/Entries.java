package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.Draft;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.time.Instant;

/** Makes entries out of facts. */
public final class Entries {

  private Entries() {}

  /**
   * The entry for {@code fact} as the next of {@code chain}.
   *
   * @param before doses as the entries of the chain have them
   * @throws IllegalArgumentException for a fact that has no stored form
   */
  public static Entry next(Chain chain, Actor actor, Fact fact, Bytes salt, DosesBefore before) {
    Encoded encoded = FactCodec.encode(fact, before);
    Draft draft =
        new Draft(
            actor.at(),
            actor.id(),
            encoded.kind(),
            encoded.version(),
            encoded.publicBody(),
            encoded.privateBody());
    return chain.next(draft, salt);
  }

  /**
   * Who acted and when.
   *
   * @param id opaque
   * @param at the clinic's clock
   */
  public record Actor(String id, Instant at) {}
}
