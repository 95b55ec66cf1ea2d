package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.OverDoseRules;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who is watched after a dose: after a first one, and after too much. */
final class Observing {

  private final House house;
  private final Entitlement entitlement;

  Observing(House house) {
    this.house = house;
    this.entitlement = new Entitlement(house);
  }

  /** Beside the end of a dose of which something was swallowed. */
  List<Fact> afterDose(Reads reads, Dose dose) {
    boolean first =
        !dose.part().added()
            && !consumedTheDayBefore(reads, dose)
            && prescription(reads, dose).map(p -> entitlement.isFirst(reads, p)).orElse(false);
    return first
        ? List.of(began(dose, Observation.Cause.FIRST_DOSE, rules(reads, dose).observation()))
        : List.of();
  }

  /** Of most doses this says enough: whoever had one yesterday has no first one today. */
  private static boolean consumedTheDayBefore(Reads reads, Dose dose) {
    return reads
        .lastTaken(dose.patient(), dose.day())
        .filter(last -> last.phase() == Phase.CONSUMED)
        .map(last -> last.dose().day().plusDays(1).equals(dose.day()))
        .orElse(false);
  }

  /** Beside the fact that more was given than was meant. */
  List<Fact> afterTooMuch(Reads reads, Dose dose, Mass given) {
    Mass meant = dose.order().map(order -> order.dose()).orElse(Mass.ZERO);
    int days = prescription(reads, dose).map(p -> entitlement.daysOfEpisode(reads, p)).orElse(0);
    return new OverDoseRules(rules(reads, dose))
            .watch(given, meant, days)
            .map(time -> began(dose, Observation.Cause.OVER_DOSE, time))
            .stream()
            .toList();
  }

  private TreatmentRules rules(Reads reads, Dose dose) {
    return house.rules(reads, dose.day()).treatment();
  }

  private Fact began(Dose dose, Observation.Cause cause, Duration time) {
    return new Fact.ObservationBegan(
        new Observation(
            house.ids().next("o"),
            dose.patient(),
            dose.id(),
            cause,
            house.clock().instant().plus(time)));
  }

  private static Optional<Prescription> prescription(Reads reads, Dose dose) {
    return reads.prescription(dose.patient(), dose.day());
  }
}
