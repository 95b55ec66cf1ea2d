package clinic.mmt.dispenser.domain.pack;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An order in a pack: one line of it all, and one for each step of the dose. */
public final class PackOrderLines {

  private PackOrderLines() {}

  static void write(Prescription order, PackLines.Writer lines) {
    lines.line(
        "order",
        order.id().value(),
        order.stage(),
        order.firstDay(),
        order.lastDay(),
        order.signature().prescriber().value(),
        order.signature().day(),
        order.signature().overLimits(),
        order.signature().reason());
    for (DoseStep step : order.steps()) {
      lines.line(
          "step",
          step.from(),
          step.dose().micrograms(),
          step.later().map(later -> Long.toString(later.micrograms())).orElse("-"));
    }
  }

  static Prescription read(PatientId patient, PackLines lines) {
    List<String> order = lines.next("order", 8);
    List<DoseStep> steps = new ArrayList<>();
    while (lines.at("step")) {
      List<String> step = lines.next("step", 3);
      steps.add(
          new DoseStep(
              LocalDate.parse(step.getFirst()),
              OrderPackText.mass(step.get(1)),
              OrderPackText.some(step.get(2)).map(OrderPackText::mass)));
    }
    return new Prescription(
        new PrescriptionId(order.getFirst()),
        patient,
        Stage.valueOf(order.get(1)),
        steps,
        LocalDate.parse(order.get(2)),
        LocalDate.parse(order.get(3)),
        new Prescription.SignedBy(
            new StaffId(order.get(4)),
            LocalDate.parse(order.get(5)),
            PackLines.flag(order.get(6)),
            order.get(7)));
  }

  /** Whether two orders say the same, whatever they are called. */
  public static boolean same(Prescription one, Prescription other) {
    return one.stage() == other.stage()
        && one.steps().equals(other.steps())
        && one.firstDay().equals(other.firstDay())
        && one.lastDay().equals(other.lastDay())
        && one.signature().equals(other.signature());
  }
}
