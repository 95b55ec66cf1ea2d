package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.care.AddedDoses;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.quantity.Mass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The doctor of the simulated clinic: sees whoever is sent, and orders what the rules ask for. */
final class Doctor {

  private final Process process;
  private final Session session;

  Doctor(Process process) {
    this.process = process;
    this.session = process.session(Staff.DOCTOR);
  }

  /** Has seen the patient and releases what stands in the way today. */
  void release(PatientId patient, String reason) {
    process.notes.release(session, patient, Set.of(reason), "seen", answer -> {});
  }

  /** Looks at a patient who is being watched, and ends it. */
  void ends(PatientId patient) {
    watched(o -> o.patient().equals(patient), () -> {});
  }

  /** The same of everybody, before the day is closed; then {@code then}. */
  void endsAll(Runnable then) {
    watched(o -> true, then);
  }

  private void watched(Predicate<Observation> who, Runnable then) {
    process
        .house
        .journal()
        .transact(
            new Transaction<>(
                session.staff().value(),
                process.house.clock().instant(),
                reads ->
                    Decision.accept(
                        List.of(),
                        reads.observations().stream().filter(who).map(Observation::id).toList())),
            outcome -> {
              if (outcome instanceof Outcome.Done<List<String>> done) {
                done.answer()
                    .forEach(id -> process.observations.end(session, id, "awake", answer -> {}));
              }
              then.run();
            });
  }

  /** Orders a second dose of today. */
  void orders(PatientId patient, DoseId first, AddedDose.Kind kind, int milligrams, Runnable then) {
    process.addedDoses.order(
        session,
        Optional.empty(),
        new AddedDoses.Asked(patient, first, kind, Mass.ofMilligrams(milligrams), "seen"),
        answer -> then.run());
  }
}
