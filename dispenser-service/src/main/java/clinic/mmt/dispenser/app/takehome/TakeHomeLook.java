package clinic.mmt.dispenser.app.takehome;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.queue.DeskDay;
import clinic.mmt.dispenser.domain.takehome.TakeHomeFault;
import clinic.mmt.dispenser.domain.takehome.TakeHomeRules;
import clinic.mmt.dispenser.domain.text.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the ledger knows of a patient who takes doses home. */
final class TakeHomeLook {

  private final House house;
  private final Entitlement entitlement;

  TakeHomeLook(House house) {
    this.house = house;
    this.entitlement = new Entitlement(house);
  }

  TakeHomeRules rules(Reads reads) {
    return new TakeHomeRules(house.rules(reads).treatment().takeHome());
  }

  /** For an approval: as many days of doses as the longest criterion asks for. */
  TakeHomeRules.Known known(Reads reads, Prescription order) {
    LocalDate today = house.calendar().today();
    TreatmentRules rules = house.rules(reads).treatment();
    return new TakeHomeRules.Known(
        order.stage() == Stage.MAINTENANCE,
        order.doseOn(today),
        entitlement.doses(
            reads, order.patient(), today.minusDays(rules.takeHome().criteria().longest())),
        rules.missed().beginsAgainFrom(),
        entitlement.daysOfEpisode(reads, order) + 1);
  }

  /** For a bottle. */
  TakeHomeRules.Supply supply(Reads reads, PatientId patient) {
    LocalDate today = house.calendar().today();
    return new TakeHomeRules.Supply(
        today,
        reads.takeHome().approvals(patient).reversed().stream()
            .filter(approval -> approval.holdsOn(today))
            .findFirst(),
        reads
            .prescription(patient, today)
            .map(order -> entitlement.daysOfEpisode(reads, order) + 1)
            .orElse(0),
        barred(reads, patient, today),
        notFit(reads, patient, today),
        reads.takeHome().bottles(patient, LocalDate.EPOCH));
  }

  private static boolean barred(Reads reads, PatientId patient, LocalDate today) {
    return reads.holds(patient).stream().anyMatch(hold -> hold.holdsOn(today))
        || !MovementRules.inCare(reads.episodes().movements(patient));
  }

  /** R-31; whoever drank here afterwards, or was seen by a doctor, was found fit again. */
  private static boolean notFit(Reads reads, PatientId patient, LocalDate today) {
    DeskDay desk = reads.door().deskDay(patient, today);
    boolean seen = desk.referral() == DeskDay.Referral.ENDED;
    boolean foundUnfit = desk.notFit() > 0 && !seen && !drunk(reads, patient, today);
    return foundUnfit || desk.withDoctor();
  }

  /** whether today's dose was drunk here, all of it as far as anybody saw. */
  static boolean drunk(Reads reads, PatientId patient, LocalDate today) {
    return reads
        .openOrTaken(patient, today, DosePart.WHOLE)
        .map(dose -> dose.phase() == Phase.CONSUMED)
        .orElse(false);
  }

  /** The first fault is the refusal, the others its details; empty when there is none. */
  static Optional<Refusal> refusal(List<TakeHomeFault> faults) {
    if (faults.isEmpty()) {
      return Optional.empty();
    }
    TakeHomeFault first = faults.getFirst();
    return Optional.of(
        new Refusal(
            first.code(),
            first.rule(),
            first.english().text(),
            first.english().wayOn(),
            faults.stream().skip(1).map(TakeHomeFault::english).map(TakeHomeLook::told).toList(),
            Optional.of(told(first.vietnamese()))));
  }

  private static Refusal.Told told(Words words) {
    return new Refusal.Told(words.text(), words.wayOn());
  }
}
