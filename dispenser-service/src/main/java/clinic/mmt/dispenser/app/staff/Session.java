package clinic.mmt.dispenser.app.staff;

import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.Set;

/**
 * A signed-in member of staff.
 *
 * @param staff who
 * @param displayName for screens
 * @param roles functions
 * @param terminal where
 */
public record Session(StaffId staff, String displayName, Set<Role> roles, String terminal) {

  /** Copies the set. */
  public Session {
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "Session[" + staff.value() + "]";
  }
}
