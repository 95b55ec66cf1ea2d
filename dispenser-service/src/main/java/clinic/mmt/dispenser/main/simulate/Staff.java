package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.domain.staff.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who works here; invented. */
enum Staff {
  DISPENSER_A(Role.DISPENSER),
  DISPENSER_B(Role.DISPENSER),
  RELIEF_A(Role.DISPENSER),
  RELIEF_B(Role.DISPENSER),
  WATCHER(Role.DISPENSER),
  PHARMACIST(Role.PHARMACIST),
  DOCTOR(Role.PRESCRIBER),
  HEAD(Role.HEAD);

  /** Everybody. */
  static final List<Staff> ALL = List.of(values());

  private final Role role;

  Staff(Role role) {
    this.role = role;
  }

  Set<Role> roles() {
    return Set.of(role);
  }

  String login() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String password() {
    return "invented-" + name();
  }
}
