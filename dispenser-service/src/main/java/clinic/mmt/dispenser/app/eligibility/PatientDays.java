package clinic.mmt.dispenser.app.eligibility;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.rules.InForce;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.eligibility.Course;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.eligibility.PatientDay;
import clinic.mmt.dispenser.domain.eligibility.ReasonCode;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.site.Whereabouts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the ledger knows of a patient on a day, as eligibility asks for it. */
final class PatientDays {

  private static final int HALF_A_YEAR = 183;

  private PatientDays() {}

  static PatientDay of(Reads reads, Prescription prescription, House house) {
    return of(reads, prescription, house, house.rules(reads).treatment().daysBack());
  }

  /** The same with the doses of half a year, for who asks how long treatment has gone on. */
  static PatientDay withLongPast(Reads reads, Prescription prescription, House house) {
    return of(reads, prescription, house, HALF_A_YEAR);
  }

  private static PatientDay of(Reads reads, Prescription prescription, House house, int daysBack) {
    PatientId patient = prescription.patient();
    LocalDate today = house.calendar().today();
    List<PastDose> past = reads.past(patient, today.minusDays(daysBack));
    List<Movement> movements = reads.episodes().movements(patient);
    return new PatientDay(
        today,
        Optional.of(house.clock().instant()),
        house.calendar().doctorLeaves(),
        course(prescription, today),
        doses(reads, past, patient, today.minusDays(daysBack), house.rules(reads).counter()),
        true,
        holds(reads, patient, today),
        house.calendar().closedDays(),
        traits(reads.traits(patient), today),
        released(reads.released(patient, today)),
        new PatientDay.Marks(
            watched(reads, patient),
            overDosed(past, today),
            !MovementRules.inCare(movements),
            where(reads, patient, movements, today)),
        reads.reviews(patient).stream().map(ReviewFlag::from).toList());
  }

  /** Hardly anybody is elsewhere: whose clinic this is is only asked of who was moved. */
  static Whereabouts where(
      Reads reads, PatientId patient, List<Movement> movements, LocalDate today) {
    Optional<LocalDate> admitted = MovementRules.admitted(movements);
    return Whereabouts.on(
            today,
            reads.guests().letters(patient),
            MovementRules.assigned(movements)
                .filter(
                    site ->
                        !reads.opened().map(o -> o.clinic().equals(site.value())).orElse(false)),
            admitted)
        // Whom a doctor here has admitted is treated here, whatever another site orders.
        .by(admitted.isPresent() ? Optional.empty() : reads.packs().orders(patient));
  }

  private static boolean watched(Reads reads, PatientId patient) {
    return reads.observations().stream().anyMatch(o -> o.patient().equals(patient));
  }

  /** Whether the last dose before today was more than was meant; they come in order of days. */
  private static boolean overDosed(List<PastDose> past, LocalDate today) {
    for (PastDose dose : past.reversed()) {
      if (dose.day().isBefore(today)) {
        return dose.learnt().wrong().map(wrong -> wrong == Learnt.Wrong.MORE).orElse(false);
      }
    }
    return false;
  }

  private static Course course(Prescription prescription, LocalDate today) {
    return new Course(
        prescription.stage(),
        prescription.doseOn(today),
        prescription.laterOn(today),
        prescription.firstDay(),
        prescription.lastDay(),
        prescription.signature().day(),
        prescription.signature().reasoned(),
        prescription.signature().overLimits());
  }

  static List<DoseDay> doses(Reads reads, PatientId patient, House house) {
    InForce rules = house.rules(reads);
    LocalDate since = house.calendar().today().minusDays(rules.treatment().daysBack());
    return dosesSince(reads, patient, since, rules.counter());
  }

  static List<DoseDay> dosesSince(
      Reads reads, PatientId patient, LocalDate since, Profile profile) {
    return doses(reads, reads.past(patient, since), patient, since, profile);
  }

  private static List<DoseDay> doses(
      Reads reads, List<PastDose> past, PatientId patient, LocalDate since, Profile profile) {
    List<OutsideDose> outside = reads.outside(patient, since);
    List<DoseDay> days = new ArrayList<>(past.size() + outside.size());
    past.forEach(d -> days.add(d.asDay(profile.partTakenPermille())));
    outside.forEach(d -> days.add(d.asDay()));
    reads.takeHome().bottles(patient, since).forEach(b -> b.asDay().ifPresent(days::add));
    return List.copyOf(days);
  }

  private static List<Hold> holds(Reads reads, PatientId patient, LocalDate today) {
    return reads.holds(patient).stream()
        .filter(hold -> hold.holdsOn(today))
        .map(hold -> hold.hold())
        .toList();
  }

  /** Somebody's birthday is not kept in the ledger: counted as if it were still to come. */
  private static PatientDay.Traits traits(Traits traits, LocalDate today) {
    return new PatientDay.Traits(
        traits.birthYear().map(year -> today.getYear() - year - 1),
        traits.representativeConsents(),
        traits.pregnant());
  }

  private static Set<ReasonCode> released(Set<String> codes) {
    return codes.isEmpty()
        ? Set.of()
        : Stream.of(ReasonCode.values())
            .filter(code -> codes.contains(code.code()))
            .collect(Collectors.toUnmodifiableSet());
  }
}
