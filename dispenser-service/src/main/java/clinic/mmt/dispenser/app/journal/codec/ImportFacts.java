package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;

/** {@code import.taken}, {@code order.imported}, {@code order.struck} and {@code import.signed}. */
final class ImportFacts {

  static final String TAKEN = "import.taken";
  static final String ORDER = "order.imported";
  static final String STRUCK = "order.struck";
  static final String SIGNED = "import.signed";

  private ImportFacts() {}

  static Encoded write(Fact.ImportTaken fact) {
    var open = JsonText.object("import", fact.imported()).put("orders", fact.orders());
    return new Encoded(TAKEN, 1, open.end(), JsonText.object("file", fact.file()).end());
  }

  static Fact taken(Members open, Members secret) {
    return new Fact.ImportTaken(
        open.text("import"), Math.toIntExact(open.whole("orders")), secret.text("file"));
  }

  static Encoded write(Fact.OrderImported fact) {
    ImportedOrder order = fact.order();
    var open = JsonText.object("import", order.imported()).put("order", order.id().value());
    var secret =
        JsonText.object("patient", order.patient().value())
            .put("line", order.line())
            .put("stage", order.stage().name())
            .put("doseMicrograms", order.dose().micrograms())
            .put("firstDay", order.days().first().toString())
            .put("lastDay", order.days().last().toString())
            .put("knownUntil", order.knownUntil().toString())
            .beginList("oddities");
    order.oddities().forEach(oddity -> secret.add(oddity.name()));
    return new Encoded(ORDER, 1, open.end(), secret.endList().end());
  }

  static Fact order(Members open, Members secret) {
    return new Fact.OrderImported(
        new ImportedOrder(
            new PrescriptionId(open.text("order")),
            open.text("import"),
            Math.toIntExact(secret.whole("line")),
            new PatientId(secret.text("patient")),
            secret.oneOf(Stage.class, "stage"),
            new Mass(secret.whole("doseMicrograms")),
            new Prescription.Days(secret.day("firstDay"), secret.day("lastDay")),
            secret.day("knownUntil"),
            secret.manyOf(Oddity.class, "oddities")));
  }

  static Encoded write(Fact.OrderStruck fact) {
    var secret = JsonText.object("patient", fact.patient().value()).put("reason", fact.reason());
    return new Encoded(
        STRUCK, 1, JsonText.object("order", fact.order().value()).end(), secret.end());
  }

  static Fact struck(Members open, Members secret) {
    return new Fact.OrderStruck(
        new PrescriptionId(open.text("order")),
        new PatientId(secret.text("patient")),
        secret.text("reason"));
  }

  static Encoded write(Fact.ImportSigned fact) {
    var open =
        JsonText.object("import", fact.imported())
            .put("prescriber", fact.prescriber().value())
            .put("digest", fact.digest());
    return new Encoded(SIGNED, 1, open.end(), FactCodec.none());
  }

  static Fact signed(Members open) {
    return new Fact.ImportSigned(
        open.text("import"), new StaffId(open.text("prescriber")), open.text("digest"));
  }
}
