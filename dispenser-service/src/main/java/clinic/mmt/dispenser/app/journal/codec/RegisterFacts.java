package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** {@code staff.registered} and {@code patient.registered}. */
final class RegisterFacts {

  static final String STAFF = "staff.registered";
  static final String PATIENT = "patient.registered";

  private RegisterFacts() {}

  static Encoded write(Fact.StaffRegistered fact) {
    var open = JsonText.object("staff", fact.staff().value()).beginList("roles");
    new TreeSet<>(fact.roles()).forEach(role -> open.add(role.name()));
    return new Encoded(STAFF, 1, open.endList().end(), FactCodec.none());
  }

  static Fact staff(Members open) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(open.manyOf(Role.class, "roles"));
    return new Fact.StaffRegistered(new StaffId(open.text("staff")), Set.copyOf(roles));
  }

  static Encoded write(Fact.PatientRegistered fact) {
    var secret = JsonText.object("patient", fact.patient().value());
    return new Encoded(PATIENT, 1, JsonText.object().end(), secret.end());
  }

  static Fact patient(Members secret) {
    return new Fact.PatientRegistered(new PatientId(secret.text("patient")));
  }
}
