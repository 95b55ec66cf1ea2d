package clinic.mmt.dispenser.domain.importing;

import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.Optional;

/**
 * An import that was taken in.
 *
 * @param id of the import
 * @param orders how many orders it had
 * @param signedBy the prescriber who signed its list; empty: its orders are inactive
 */
public record TakenImport(String id, int orders, Optional<StaffId> signedBy) {}
