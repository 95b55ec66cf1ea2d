package clinic.mmt.dispenser.app.service;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.Optional;
import java.util.Set;

/** Why a pump is not served. */
final class ServiceRefusals {

  private static final Set<Role> MAY = Set.of(Role.DISPENSER, Role.PHARMACIST);

  private ServiceRefusals() {}

  /** Who serves pumps: dispensers and pharmacists. */
  static Optional<Refusal> against(Session by) {
    return against(by, MAY);
  }

  static Optional<Refusal> against(Session by, Set<Role> may) {
    return by.roles().stream().anyMatch(may::contains)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "not-your-function",
                "",
                "Your functions do not include this.",
                "one of " + may.stream().map(Role::name).sorted().toList()));
  }
}
