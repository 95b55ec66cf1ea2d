package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the entries of a journal from the first on, for who keeps no views. */
public final class Decoding {

  private final Map<DoseId, Dose> doses = new HashMap<>();

  /** Before the first entry. */
  public Decoding() {}

  /** The fact of the next entry. */
  public Decoded next(Entry entry) {
    Decoded decoded = FactCodec.decode(entry, id -> Optional.ofNullable(doses.get(id)));
    if (decoded instanceof Decoded.Known(Fact.DoseMoved moved)) {
      doses.put(moved.to().dose().id(), moved.to().dose());
    }
    return decoded;
  }

  /**
   * All facts of a whole journal.
   *
   * @throws IllegalStateException for an entry that cannot be read
   */
  public static List<Fact> all(List<Entry> entries) {
    Decoding decoding = new Decoding();
    return entries.stream().map(decoding::known).toList();
  }

  private Fact known(Entry entry) {
    return switch (next(entry)) {
      case Decoded.Known(Fact fact) -> fact;
      case Decoded.Malformed(String why) -> throw new IllegalStateException(why);
    };
  }
}
