package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has had today's dose, or may have had it: the one list that counts when the power goes (H95,
 * In doubt a dose stands on it.
 */
public final class GivenToday {

  private final House house;

  /** For one clinic. */
  public GivenToday(House house) {
    this.house = house;
  }

  /** What is known of a dose of today. */
  public enum Standing {
    /** Drunk here, or handed over. */
    GIVEN,
    /** Begun here and not settled: counts as given. */
    NOT_SETTLED,
    /** Noted as given elsewhere, such as in a hospital. */
    ELSEWHERE,
    /** Went home in a bottle. */
    AT_HOME
  }

  /**
   * One dose.
   *
   * @param at when its end was noted, or when it was swallowed elsewhere, where that is known
   */
  public record Line(
      PatientId patient, DosePart part, Mass dose, Standing standing, Optional<Instant> at) {

    @Override
    public String toString() {
      return "Line[•••]";
    }
  }

  /** The list as of now, in the order of registration; a long read. */
  public List<Line> of(Reads reads) {
    LocalDate today = house.calendar().today();
    return reads.patients().stream().flatMap(patient -> of(reads, patient, today)).toList();
  }

  private static Stream<Line> of(Reads reads, PatientId patient, LocalDate today) {
    return Stream.of(
            reads.past(patient, today).stream()
                .filter(dose -> dose.day().equals(today))
                .map(dose -> here(patient, dose)),
            reads.outside(patient, today).stream()
                .filter(dose -> dose.day().equals(today))
                .map(
                    dose ->
                        new Line(
                            patient, DosePart.WHOLE, dose.dose(), Standing.ELSEWHERE, dose.at())),
            reads.takeHome().bottles(patient, today).stream()
                .filter(bottle -> bottle.day().equals(today) && bottle.state().coversItsDay())
                .map(
                    bottle ->
                        new Line(
                            patient,
                            bottle.part(),
                            bottle.dose(),
                            Standing.AT_HOME,
                            Optional.empty())))
        .flatMap(lines -> lines);
  }

  private static Line here(PatientId patient, PastDose dose) {
    boolean taken = dose.phase().guard() == Phase.Guard.TAKEN;
    return new Line(
        patient,
        dose.part(),
        dose.ordered(),
        taken ? Standing.GIVEN : Standing.NOT_SETTLED,
        dose.endedAt());
  }
}
