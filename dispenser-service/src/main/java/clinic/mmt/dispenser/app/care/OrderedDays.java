package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which order holds on each day of a patient's record. An order that was signed later for days past
 * holds on them too.
 *
 * @param orders by day, in their order; a day without an order is not there
 */
public record OrderedDays(Map<LocalDate, Prescription> orders) {

  /** Keeps the order of the days. */
  public OrderedDays {
    orders = new LinkedHashMap<>(orders);
  }

  /** Of a patient, from {@code first} to the day before {@code end}. */
  public static OrderedDays of(Reads reads, PatientId patient, LocalDate first, LocalDate end) {
    Map<LocalDate, Prescription> orders = new LinkedHashMap<>();
    first
        .datesUntil(end)
        .forEach(day -> reads.prescription(patient, day).ifPresent(p -> orders.put(day, p)));
    return new OrderedDays(orders);
  }

  /** Each order once. */
  public Collection<Prescription> each() {
    Map<PrescriptionId, Prescription> all = new LinkedHashMap<>();
    orders.values().forEach(p -> all.put(p.id(), p));
    return all.values();
  }

  /** Days before today with an order, on which the clinic was open and no dose covers the day. */
  public List<LocalDate> missed(List<DoseDay> doses, Set<LocalDate> closed, LocalDate today) {
    Set<LocalDate> covered =
        doses.stream().filter(DoseDay::covers).map(DoseDay::day).collect(Collectors.toSet());
    return orders.keySet().stream()
        .filter(day -> day.isBefore(today) && !covered.contains(day) && !closed.contains(day))
        .toList();
  }
}
