package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Ids;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is recorded of a patient from the first day, since no report can find it out later; each as
 * far as it is known.
 *
 * @param sex as the papers say
 * @param commune code of the commune of residence, eight digits
 * @param admission from where, and on which day
 */
public record Recorded(Optional<Sex> sex, Optional<String> commune, Optional<Admission> admission) {

  /** Nothing is known. */
  public static final Recorded NOTHING =
      new Recorded(Optional.empty(), Optional.empty(), Optional.empty());

  /** From where somebody came into care, and on which day. */
  public record Admission(Movement.Source source, LocalDate day) {}

  /** The same as facts; the residence holds from the admission, or else from today. */
  public List<Fact> facts(PatientId patient, StaffId by, LocalDate today, Ids ids) {
    List<Fact> facts = new ArrayList<>();
    sex.ifPresent(known -> facts.add(new RecordFact.SexNoted(patient, known)));
    LocalDate from = admission.map(Admission::day).orElse(today);
    commune.ifPresent(
        code -> facts.add(new RecordFact.ResidenceNoted(new Residence(patient, from, code, by))));
    admission.ifPresent(
        a ->
            facts.add(
                new Fact.MovementNoted(
                    new Movement(
                        ids.next("mov"),
                        patient,
                        new Movement.Admitted(a.source()),
                        a.day(),
                        by))));
    return facts;
  }

  @Override
  public String toString() {
    return "•••";
  }
}
