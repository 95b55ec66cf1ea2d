package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.LastDoses;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.pack.OrderPackText;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the treatment site tells of each patient in an order pack. */
final class PackPatients {

  /**
   * So far back doses are told, and the latest one before: as long as treatment is new, and longer
   * than the absence after which an episode ends needs a doctor anyway.
   */
  static final int DAYS_BACK = 14;

  private final House house;
  private final SiteName to;
  private final LocalDate first;
  private final LocalDate last;

  PackPatients(House house, SiteName to, Instant made, Instant until) {
    this.house = house;
    this.to = to;
    this.first = house.calendar().dayOf(made);
    this.last = house.calendar().dayOf(until);
  }

  PackPatient of(Reads reads, PatientId patient) {
    return new PackPatient(
        patient,
        reads.traits(patient),
        orders(reads, patient, first, last),
        reads.holds(patient).stream()
            .filter(hold -> hold.holdsOn(first))
            .map(
                hold ->
                    new clinic.mmt.dispenser.domain.eligibility.PlacedHold(
                        hold.id(),
                        patient,
                        new clinic.mmt.dispenser.domain.eligibility.Hold(
                            OrderPackText.plain(hold.hold().reason()), hold.hold().by()),
                        hold.lastDay()))
            .toList(),
        given(reads, patient));
  }

  /** Orders that hold on any of these days, in the order they were signed. */
  static List<Prescription> orders(
      Reads reads, PatientId patient, LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(day -> reads.prescription(patient, day).stream())
        .distinct()
        .toList();
  }

  /** Doses that the receiving site gave itself are not told back to it. */
  private List<OrderPackText.Given> given(Reads reads, PatientId patient) {
    LocalDate since = first.minusDays(DAYS_BACK);
    List<DoseDay> doses = new ArrayList<>(new Entitlement(house).doses(reads, patient, since));
    reads.outside(patient, since).stream()
        .filter(dose -> dose.id().startsWith(DosePackIntake.prefix(to)))
        .forEach(dose -> doses.remove(dose.asDay()));
    Map<LocalDate, List<DoseDay>> byDay =
        doses.stream()
            .collect(Collectors.groupingBy(DoseDay::day, TreeMap::new, Collectors.toList()));
    return byDay.entrySet().stream()
        .map(of -> given(reads, patient, of.getKey(), of.getValue()))
        .toList();
  }

  /** A vomited dose that nobody replaced is told in doubt, as is one that is so here. */
  private static OrderPackText.Given given(
      Reads reads, PatientId patient, LocalDate day, Collection<DoseDay> doses) {
    boolean replaced =
        doses.stream().anyMatch(d -> d.place() == DoseDay.Place.REPLACEMENT && d.confirmed());
    List<DoseDay> counted =
        doses.stream().filter(d -> d.place() != DoseDay.Place.REPLACEMENT).toList();
    return new OrderPackText.Given(
        day,
        counted.stream().map(DoseDay::dose).reduce(Mass.ZERO, Mass::plus),
        LastDoses.strength(reads, patient, day),
        counted.stream().allMatch(d -> d.confirmed() && (replaced || !d.vomited())),
        doses.iterator().next().kind(),
        doses.stream()
            .map(DoseDay::at)
            .flatMap(Optional::stream)
            .max(java.util.Comparator.naturalOrder()));
  }
}
