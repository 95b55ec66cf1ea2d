package clinic.mmt.dispenser.domain.degraded;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.Instant;

/**
 * A degraded mode as it was entered.
 *
 * @param id of this time
 * @param station where
 * @param mode which
 * @param since when it was entered
 * @param countsFrom from when its hours are counted: entering it again on the same clinic day gives
 *     no new ones
 * @param by who entered it
 * @param reason in words
 */
public record RunningMode(
    String id,
    StationId station,
    Mode mode,
    Instant since,
    Instant countsFrom,
    StaffId by,
    String reason) {}
