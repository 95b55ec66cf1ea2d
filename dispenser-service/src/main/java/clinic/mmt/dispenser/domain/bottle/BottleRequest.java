package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/**
 * What somebody asks to do with one bottle.
 *
 * @param act what
 * @param bottle its label, as scanned
 * @param station where it is mounted; of a settled breakage whose waste container took the rest
 * @param into another bottle, that takes the rest of a pooled one
 * @param gross weight with the container
 * @param volume of a mounted one what fills an empty line, of a counted one what was measured, of a
 *     settled breakage what was recovered into the waste container
 * @param words reason or cause
 */
public record BottleRequest(
    BottleAct act,
    BottleId bottle,
    Optional<StationId> station,
    Optional<BottleId> into,
    Optional<Mass> gross,
    Optional<Volume> volume,
    String words) {

  /** An act that needs nothing but the label and a reason. */
  public static BottleRequest of(BottleAct act, BottleId bottle, String words) {
    return new BottleRequest(
        act, bottle, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), words);
  }
}
