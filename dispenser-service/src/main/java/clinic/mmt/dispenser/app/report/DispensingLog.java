package clinic.mmt.dispenser.app.report;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.quantity.Concentration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every dose of a day that left the pharmacy (21 CFR 1304.24): who, what, how strong, how much, and
 * by whom.
 *
 * @param day clinic day
 * @param lines in the order in which they ended
 */
public record DispensingLog(LocalDate day, List<Line> lines) {

  /**
   * One dose.
   *
   * @param state the dose as it stands
   * @param strength of its batch
   */
  public record Line(State state, Optional<Concentration> strength) {}

  /** Of whom. */
  public List<PatientId> patients() {
    return lines.stream().map(line -> line.state().dose().patient()).distinct().toList();
  }

  /** Doses that were taken or are in doubt; what was discarded before a hand-over is no dose. */
  static DispensingLog of(Reads reads, LocalDate day) {
    return new DispensingLog(
        day,
        reads.packs().dosesOf(day, day).stream()
            .filter(state -> state.phase().guard() == Phase.Guard.TAKEN)
            .sorted(
                Comparator.comparing(
                    (State state) -> state.dose().endedAt().map(Object::toString).orElse("~")))
            .map(state -> new Line(state, strength(reads, state.dose())))
            .toList());
  }

  private static Optional<Concentration> strength(Reads reads, Dose dose) {
    return dose.order().flatMap(order -> reads.batch(order.batch())).map(Batch::concentration);
  }
}
