package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;

/** {@code prescription.signed} and {@code prescription.ended}. */
final class PrescriptionFacts {

  static final String SIGNED = "prescription.signed";
  static final String ENDED = "prescription.ended";

  private PrescriptionFacts() {}

  static Encoded write(Fact.PrescriptionSigned fact) {
    Prescription signed = fact.prescription();
    var open =
        JsonText.object("prescription", signed.id().value())
            .put("prescriber", signed.prescriber().value());
    var secret =
        JsonText.object("patient", signed.patient().value())
            .put("dailyDoseMicrograms", signed.dailyDose().micrograms())
            .put("firstDay", signed.firstDay().toString())
            .put("lastDay", signed.lastDay().toString());
    return new Encoded(SIGNED, 1, open.end(), secret.end());
  }

  static Fact signed(Members open, Members secret) {
    return new Fact.PrescriptionSigned(
        new Prescription(
            new PrescriptionId(open.text("prescription")),
            new PatientId(secret.text("patient")),
            new Mass(secret.whole("dailyDoseMicrograms")),
            secret.day("firstDay"),
            secret.day("lastDay"),
            new StaffId(open.text("prescriber"))));
  }

  static Encoded write(Fact.PrescriptionEnded fact) {
    var open = JsonText.object("prescription", fact.prescription().value());
    var secret = JsonText.object("patient", fact.patient().value()).put("reason", fact.reason());
    return new Encoded(ENDED, 1, open.end(), secret.end());
  }

  static Fact ended(Members open, Members secret) {
    return new Fact.PrescriptionEnded(
        new PrescriptionId(open.text("prescription")),
        new PatientId(secret.text("patient")),
        secret.text("reason"));
  }
}
