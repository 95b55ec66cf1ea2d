package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;

/**
 * {@code added-dose.ordered}, {@code observation.began} and {@code observation.ended}: all about a
 * person, so all of it is private.
 */
final class AddedDoseFacts {

  static final String ORDERED = "added-dose.ordered";
  static final String BEGAN = "observation.began";
  static final String ENDED = "observation.ended";

  private AddedDoseFacts() {}

  static Encoded write(Fact.AddedDoseOrdered fact) {
    AddedDose order = fact.order();
    return closed(
        ORDERED,
        JsonText.object("order", order.id())
            .put("patient", order.patient().value())
            .put("day", order.day().toString())
            .put("kind", order.kind().name())
            .put("dose", order.to().value())
            .put("doseMicrograms", order.dose().micrograms())
            .put("reason", order.reason())
            .put("prescriber", order.signature().prescriber().value())
            .put("overLimits", order.signature().overLimits()));
  }

  static Fact ordered(Members secret) {
    return new Fact.AddedDoseOrdered(
        new AddedDose(
            secret.text("order"),
            new PatientId(secret.text("patient")),
            secret.day("day"),
            secret.oneOf(AddedDose.Kind.class, "kind"),
            new DoseId(secret.text("dose")),
            new Mass(secret.whole("doseMicrograms")),
            secret.text("reason"),
            new AddedDose.SignedBy(
                new StaffId(secret.text("prescriber")), secret.flag("overLimits"))));
  }

  static Encoded write(Fact.ObservationBegan fact) {
    Observation observation = fact.observation();
    return closed(
        BEGAN,
        JsonText.object("observation", observation.id())
            .put("patient", observation.patient().value())
            .put("dose", observation.dose().value())
            .put("cause", observation.cause().name())
            .put("until", observation.until().toString()));
  }

  static Fact began(Members secret) {
    return new Fact.ObservationBegan(
        new Observation(
            secret.text("observation"),
            new PatientId(secret.text("patient")),
            new DoseId(secret.text("dose")),
            secret.oneOf(Observation.Cause.class, "cause"),
            secret.instant("until")));
  }

  static Encoded write(Fact.ObservationEnded fact) {
    return closed(
        ENDED,
        JsonText.object("observation", fact.observation())
            .put("patient", fact.patient().value())
            .put("finding", fact.finding()));
  }

  static Fact ended(Members secret) {
    return new Fact.ObservationEnded(
        secret.text("observation"), new PatientId(secret.text("patient")), secret.text("finding"));
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}
