package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.Set;

/** Refusals that several acts of this package answer with. */
final class Refusals {

  private Refusals() {}

  static Refusal notYours(Set<Role> may) {
    return Refusal.of(
        "not-your-function",
        "",
        "Your functions do not include this.",
        "one of " + may.stream().map(Role::name).sorted().toList());
  }

  static Refusal notRegistered() {
    return Refusal.of("not-registered", "", "There is no such patient.", "register the patient");
  }
}
