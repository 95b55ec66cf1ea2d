package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.LastDose;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The last dose of a patient, as another site has to know it. */
public final class LastDoses {

  private LastDoses() {}

  /**
   * All that was taken on the latest day with a dose, wherever it was; empty when none is known. In
   * doubt it is not confirmed.
   */
  public static Optional<LastDose> of(Reads reads, PatientId patient, House house) {
    LocalDate today = house.calendar().today();
    List<DoseDay> past =
        new Entitlement(house)
            .doses(reads, patient).stream().filter(d -> !d.day().isAfter(today)).toList();
    return past.stream()
        .map(DoseDay::day)
        .max(Comparator.naturalOrder())
        .map(
            day -> {
              List<DoseDay> ofDay = past.stream().filter(d -> d.day().equals(day)).toList();
              return new LastDose(
                  day,
                  ofDay.stream().map(DoseDay::taken).reduce(Mass.ZERO, Mass::plus),
                  strength(reads, patient, day),
                  ofDay.stream().allMatch(DoseDay::confirmed));
            });
  }

  /** The strength of the liquid of a day's dose, where it is known. */
  public static Optional<Concentration> strength(Reads reads, PatientId patient, LocalDate day) {
    return reads
        .lastTaken(patient, day.plusDays(1))
        .filter(state -> state.dose().day().equals(day))
        .flatMap(state -> state.dose().order())
        .map(Order::batch)
        .flatMap(reads::batch)
        .map(batch -> batch.concentration())
        .or(
            () ->
                reads.outside(patient, day).stream()
                    .filter(o -> o.day().equals(day))
                    .flatMap(o -> o.strength().stream())
                    .findFirst());
  }
}
