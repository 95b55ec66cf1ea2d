package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import java.util.Optional;

/**
 * Doses as the entries so far have them: an entry of a dose tells what it changes, so that nothing
 * is written twice.
 */
@FunctionalInterface
public interface DosesBefore {

  /** Nothing was written yet: every member is told. */
  DosesBefore NONE = id -> Optional.empty();

  /** The dose as the last entry of it left it; empty before the first one. */
  Optional<Dose> dose(DoseId id);
}
