package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;

/** {@code prescription.signed} and {@code prescription.ended}. */
final class PrescriptionFacts {

  static final String SIGNED = "prescription.signed";
  static final String ENDED = "prescription.ended";

  /** Since version 3 a day may be split, or a reason given; only such an order is written in it. */
  static final int SIGNED_VERSION = 3;

  /** Since version 2 with stage, steps, day of the signature, and whether two signed. */
  private static final int UNDIVIDED = 2;

  private PrescriptionFacts() {}

  static Encoded write(Fact.PrescriptionSigned fact) {
    Prescription signed = fact.prescription();
    var open =
        JsonText.object("prescription", signed.id().value())
            .put("prescriber", signed.signature().prescriber().value());
    String steps = StepsText.write(signed.steps());
    boolean reasoned = signed.signature().reasoned();
    int version = StepsText.split(steps) || reasoned ? SIGNED_VERSION : UNDIVIDED;
    var secret =
        JsonText.object("patient", signed.patient().value())
            .put("stage", signed.stage().name())
            .put("steps", steps)
            .put("firstDay", signed.firstDay().toString())
            .put("lastDay", signed.lastDay().toString())
            .put("signedDay", signed.signature().day().toString())
            .put("overLimits", signed.signature().overLimits());
    if (reasoned) {
      secret.put("reason", signed.signature().reason());
    }
    return new Encoded(SIGNED, version, open.end(), secret.end());
  }

  static Fact signed(int version, Members open, Members secret) {
    return new Fact.PrescriptionSigned(
        version == 1 ? daily(open, secret) : changing(version, open, secret));
  }

  /** A signature of version 1 said one dose for all days, and nothing of a stage. */
  private static Prescription daily(Members open, Members secret) {
    return Prescription.daily(
        new PrescriptionId(open.text("prescription")),
        new PatientId(secret.text("patient")),
        new Mass(secret.whole("dailyDoseMicrograms")),
        new Prescription.Days(secret.day("firstDay"), secret.day("lastDay")),
        new StaffId(open.text("prescriber")));
  }

  private static Prescription changing(int version, Members open, Members secret) {
    PatientId patient = new PatientId(secret.text("patient"));
    Stage stage = secret.oneOf(Stage.class, "stage");
    String steps = secret.text("steps");
    Prescription.Days days = new Prescription.Days(secret.day("firstDay"), secret.day("lastDay"));
    LocalDate signedDay = secret.day("signedDay");
    boolean overLimits = secret.flag("overLimits");
    String reason = secret.maybeText("reason").orElse("");
    if ((StepsText.split(steps) || !reason.isEmpty()) != (version == SIGNED_VERSION)) {
      throw new MalformedBody("steps or reason are not of this version");
    }
    return new Prescription(
        new PrescriptionId(open.text("prescription")),
        patient,
        stage,
        StepsText.read(steps),
        days.first(),
        days.last(),
        new Prescription.SignedBy(
            new StaffId(open.text("prescriber")), signedDay, overLimits, reason));
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
