package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Registers patients and signs prescriptions. The person row is written first. */
public final class Registry {

  private static final Mass DOSE_MOST = Mass.ofMilligrams(400);
  private static final int DAYS_MOST = 30;

  private final House house;

  /** For one clinic. */
  public Registry(House house) {
    this.house = house;
  }

  /** A person with the factors of identity. */
  public record NewPatient(Person person, List<StoredFinger> fingers, List<String> tokens) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** Registers a patient; the answer is the opaque id. */
  public void register(String actor, NewPatient patient, Consumer<Answered<PatientId>> reply) {
    PatientId id = new PatientId(house.ids().next("p"));
    house
        .people()
        .register(
            id,
            patient.person(),
            patient.fingers(),
            patient.tokens(),
            saved -> {
              switch (saved) {
                case People.Saved.Failed f -> reply.accept(new Answered.Failed<>(f.why()));
                case People.Saved.Done d ->
                    house
                        .journal()
                        .transact(
                            new Transaction<>(
                                actor,
                                house.clock().instant(),
                                reads ->
                                    Decision.accept(List.of(new Fact.PatientRegistered(id)), id)),
                            outcome -> reply.accept(Answered.of(outcome)));
              }
            });
  }

  /**
   * A daily dose with start and end.
   *
   * @param dose drug per day
   * @param firstDay first clinic day
   * @param lastDay last clinic day
   */
  public record NewPrescription(
      PatientId patient, Mass dose, LocalDate firstDay, LocalDate lastDay) {}

  /** Signs a prescription (R-10: at most 30 days; R-21: only a prescriber). */
  public void prescribe(
      Session by, NewPrescription asked, Consumer<Answered<PrescriptionId>> reply) {
    PrescriptionId id = new PrescriptionId(house.ids().next("rx"));
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  if (!by.roles().contains(Role.PRESCRIBER)) {
                    return refuse("not-a-prescriber", "R-21", "Only a prescriber signs.");
                  }
                  if (!reads.registered(asked.patient())) {
                    return refuse("not-registered", "", "There is no such patient.");
                  }
                  if (asked.dose().micrograms() < 1000 || asked.dose().isMoreThan(DOSE_MOST)) {
                    return refuse(
                        "dose-out-of-range", "H10", "A daily dose is 1 to 400 mg in this form.");
                  }
                  if (asked.lastDay().isBefore(asked.firstDay())
                      || asked.firstDay().plusDays(DAYS_MOST - 1L).isBefore(asked.lastDay())) {
                    return refuse(
                        "days-out-of-range", "R-10", "A prescription lasts 1 to 30 days.");
                  }
                  return Decision.accept(
                      List.of(
                          new Fact.PrescriptionSigned(
                              new Prescription(
                                  id,
                                  asked.patient(),
                                  asked.dose(),
                                  asked.firstDay(),
                                  asked.lastDay(),
                                  by.staff()))),
                      id);
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Decision<PrescriptionId> refuse(String code, String rule, String text) {
    return Decision.refuse(Refusal.of(code, rule, text, "a prescriber corrects the order"));
  }
}
