package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One patient of a file, read and well-formed.
 *
 * @param line of the file, from 1
 * @param code the clinic's own: a card's token or a file number; looked up by it, never printed
 * @param person names and year of birth
 * @param record what is recorded from the first day
 * @param traits what eligibility asks
 * @param order the prescription
 * @param lastDose the last one given, where the file says one
 */
public record ImportRow(
    int line,
    String code,
    Person person,
    PersonRecord record,
    Traits traits,
    Ordered order,
    Optional<LastDose> lastDose) {

  /** What is prescribed. */
  public record Ordered(Stage stage, Mass dose, Prescription.Days days) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** The last dose that was given elsewhere, and who confirmed it. */
  public record LastDose(
      LocalDate day,
      Mass dose,
      Optional<Concentration> strength,
      OutsideDose.Confirmation confirmation) {

    /** What it means for eligibility; unconfirmed it covers nothing. */
    DoseDay asDay() {
      return DoseDay.of(day, dose, DoseDay.Kind.GUEST, confirmation.confirmed());
    }

    OutsideDose noted(String id, PatientId patient) {
      return new OutsideDose(
          id, patient, day, dose, strength, DoseDay.Kind.GUEST, confirmation, Optional.empty());
    }

    @Override
    public String toString() {
      return "•••";
    }
  }

  /** Up to which day the file knows of doses. */
  LocalDate knownUntil() {
    return lastDose.map(LastDose::day).orElse(order.days().first());
  }

  @Override
  public String toString() {
    return "line " + line;
  }
}
