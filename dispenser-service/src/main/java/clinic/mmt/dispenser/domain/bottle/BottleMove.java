package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was done with one bottle.
 *
 * @param act what
 * @param bottle which
 * @param batch its batch
 * @param to where it stands now
 * @param heldFrom where it stood when it was quarantined
 * @param inUseUntil the last day it may be poured from; of a pooled one that of {@code into}
 * @param station where it is mounted, or was until now
 * @param into the bottle that took the rest of a pooled one
 * @param gross what it weighed with its container
 * @param found the volume by that weight, or as it was measured
 * @param by who did it; the second person is in the act beside it
 * @param words reason or cause; private
 */
public record BottleMove(
    BottleAct act,
    BottleId bottle,
    BatchId batch,
    BottleState to,
    Optional<BottleState> heldFrom,
    Optional<LocalDate> inUseUntil,
    Optional<StationId> station,
    Optional<BottleId> into,
    Optional<Mass> gross,
    Optional<Volume> found,
    StaffId by,
    String words) {}
