package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.Optional;

/**
 * One person answers for what stands at a station, from now on.
 *
 * @param id of the period
 * @param station where
 * @param keeper who answers
 * @param from since when
 * @param bottle what was mounted then
 * @param off counted less booked of that bottle when the period began, with what was posted of it
 *     before: no difference of this period
 */
public record Custody(
    String id,
    StationId station,
    StaffId keeper,
    Instant from,
    Optional<BottleId> bottle,
    Volume off) {}
