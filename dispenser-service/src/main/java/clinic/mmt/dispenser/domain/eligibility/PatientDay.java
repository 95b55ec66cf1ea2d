package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.site.Whereabouts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the question «who may drink what today» looks at.
 *
 * @param today the clinic day
 * @param now the moment, where hours matter and it is known
 * @param doctorLeaves when the last doctor leaves today, where that is known
 * @param course the prescription in force
 * @param doses what is known of earlier days, of today, and of take-home doses for days to come
 * @param fit whether the dispenser saw no sign of intoxication or sedation
 * @param holds that are in force today
 * @param closedDays days on which the clinic was officially closed
 * @param person what matters of the person
 * @param released reasons that a doctor released for today, having seen the patient
 * @param marks what earlier doses left open
 * @param reviews days from which on a doctor wants to review the dose
 */
public record PatientDay(
    LocalDate today,
    Optional<Instant> now,
    Optional<Instant> doctorLeaves,
    Course course,
    List<DoseDay> doses,
    boolean fit,
    List<Hold> holds,
    Set<LocalDate> closedDays,
    Traits person,
    Set<ReasonCode> released,
    Marks marks,
    List<LocalDate> reviews) {

  /** Copies the collections. */
  public PatientDay {
    doses = List.copyOf(doses);
    holds = List.copyOf(holds);
    closedDays = Set.copyOf(closedDays);
    released = Set.copyOf(released);
    reviews = List.copyOf(reviews);
  }

  /**
   * What matters of a person.
   *
   * @param age in whole years, where it is known
   * @param representativeConsents whether the written consent of a legal representative is recorded
   * @param pregnant flagged by a doctor
   */
  public record Traits(Optional<Integer> age, boolean representativeConsents, boolean pregnant) {
    @Override
    public String toString() {
      return "Traits[•••]";
    }
  }

  /**
   * What earlier doses and movements left open.
   *
   * @param watched whether the patient is being watched after a dose, and no doctor has ended it
   * @param overDosed whether the last dose before today was more than was meant
   * @param left whether the patient left care here and was not admitted again
   * @param where a patient is dosed today, as far as it is not simply here
   */
  public record Marks(boolean watched, boolean overDosed, boolean left, Whereabouts where) {

    /** Nothing. */
    public static final Marks NONE = new Marks(false, false, false, Whereabouts.HERE);
  }

  /** The same without any dose of today, for a second one that was ordered. */
  PatientDay withoutToday() {
    return new PatientDay(
        today,
        now,
        doctorLeaves,
        course,
        doses.stream().filter(dose -> !dose.day().equals(today)).toList(),
        fit,
        holds,
        closedDays,
        person,
        released,
        marks,
        reviews);
  }

  @Override
  public String toString() {
    return "PatientDay[•••]";
  }
}
