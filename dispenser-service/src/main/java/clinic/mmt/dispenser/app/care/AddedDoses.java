package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.certificate.Certificates;
import clinic.mmt.dispenser.app.certificate.OverLimits;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.eligibility.AddedDoseRules;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A doctor orders a second dose of today: for a vomited one, for what is missing of one, or a
 * supplement. The first stays in the ledger as it ended; the second is a dose of its own part of
 * the day, poured like any other.
 */
public final class AddedDoses {

  private final House house;
  private final Certificates certificates;
  private final OverLimits overLimits;
  private final Entitlement entitlement;

  /** For one clinic. */
  public AddedDoses(House house) {
    this.house = house;
    this.certificates = new Certificates(house);
    this.overLimits = new OverLimits(house);
    this.entitlement = new Entitlement(house);
  }

  /**
   * What is to be ordered.
   *
   * @param patient for whom
   * @param to the dose of today that it is for
   * @param kind why
   * @param dose drug
   * @param reason in words
   */
  public record Asked(PatientId patient, DoseId to, AddedDose.Kind kind, Mass dose, String reason) {

    /** What both persons sign when two have to: exactly this order. */
    public String digest() {
      return Digests.sha256(
          String.join(
              " ",
              "added-dose",
              patient.value(),
              to.value(),
              kind.name(),
              Long.toString(dose.micrograms())));
    }

    @Override
    public String toString() {
      return "Asked[•••]";
    }
  }

  /**
   * Orders it; the answer is the order's id.
   *
   * @param second of a prescriber or pharmacist, where the day would be above the limits
   */
  public void order(
      Session by, Optional<Signature> second, Asked asked, Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    Seen.with(
                        decide(reads, by, second, asked),
                        reads,
                        asked.patient(),
                        house.calendar().today())),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<String> decide(
      Reads reads, Session by, Optional<Signature> second, Asked asked) {
    LocalDate today = house.calendar().today();
    Optional<State> first =
        reads
            .dose(asked.to())
            .filter(state -> state.dose().patient().equals(asked.patient()))
            .filter(state -> state.dose().day().equals(today) && !state.dose().part().added());
    Optional<Refusal> fault =
        fault(reads, by, asked, first).or(() -> certificates.whyNotPrescribe(reads, by.staff()));
    Optional<Prescription> prescription = reads.prescription(asked.patient(), today);
    if (fault.isPresent() || first.isEmpty()) {
      return Decision.refuse(fault.orElseGet(AddedDoses::noDose));
    }
    if (prescription.isEmpty()) {
      return Decision.refuse(Entitlement.noPrescription(reads, asked.patient()));
    }
    AddedDoseRules.Looked looked =
        new AddedDoseRules(house.rules(reads).treatment())
            .look(
                asked.kind(),
                asked.dose(),
                new AddedDoseRules.First(
                    first.get().phase(), ordered(first.get().dose()), reads.learnt(asked.to())),
                day(reads, prescription.get(), first.get().dose().part()));
    if (!looked.faults().isEmpty()) {
      return Decision.refuse(Prescribing.refused("order-not-possible", looked.faults()));
    }
    if (looked.second().isEmpty()) {
      AddedDose order = order(by, asked, false);
      return Decision.accept(List.of(new Fact.AddedDoseOrdered(order)), order.id());
    }
    return signed(reads, by, second, asked, looked);
  }

  /** What no signature helps. */
  private static Optional<Refusal> fault(
      Reads reads, Session by, Asked asked, Optional<State> first) {
    if (!by.roles().contains(Role.PRESCRIBER)) {
      return Optional.of(
          Refusal.of("not-a-prescriber", "R-21", "Only a prescriber signs.", "a prescriber signs"));
    }
    if (first.isEmpty() || first.get().phase().guard() != Phase.Guard.TAKEN) {
      return Optional.of(noDose());
    }
    if (!first.get().phase().ended()) {
      return Optional.of(
          Refusal.of(
              "dose-not-ended",
              "R-37",
              "Nobody has said yet how the dose ended.",
              "say at the counter how it ended"));
    }
    LocalDate day = first.get().dose().day();
    return reads.openOrTaken(asked.patient(), day, asked.kind().part()).isPresent()
        ? Optional.of(
            Refusal.of(
                "added-already",
                "R-46",
                "A second dose of this kind was given today.",
                "tomorrow's dose as usual"))
        : Optional.empty();
  }

  private static Refusal noDose() {
    return Refusal.of(
        "no-dose-today",
        "R-46",
        "This patient has no dose of today that ended as taken.",
        "dose as usual; a second dose is only ordered after the first");
  }

  private AddedDoseRules.Day day(Reads reads, Prescription prescription, DosePart part) {
    LocalDate today = house.calendar().today();
    Mass later = prescription.laterOn(today).orElse(Mass.ZERO);
    Mass taken =
        entitlement.doses(reads, prescription.patient()).stream()
            .filter(dose -> dose.day().equals(today))
            .map(DoseDay::taken)
            .reduce(Mass.ZERO, Mass::plus);
    return new AddedDoseRules.Day(
        reads.traits(prescription.patient()).pregnant(),
        entitlement.isFirst(reads, prescription),
        part.equals(DosePart.LATER) ? later : prescription.doseOn(today).minus(later),
        taken);
  }

  private static Mass ordered(Dose dose) {
    return dose.order().map(order -> order.dose()).orElse(Mass.ZERO);
  }

  private AddedDose order(Session by, Asked asked, boolean overLimits) {
    return new AddedDose(
        house.ids().next("ad"),
        asked.patient(),
        house.calendar().today(),
        asked.kind(),
        asked.to(),
        asked.dose(),
        asked.reason(),
        new AddedDose.SignedBy(by.staff(), overLimits));
  }

  private Decision<String> signed(
      Reads reads,
      Session by,
      Optional<Signature> second,
      Asked asked,
      AddedDoseRules.Looked looked) {
    return overLimits
        .signed(reads, by, second, asked.digest())
        .<Decision<String>>map(
            act -> {
              AddedDose order = order(by, asked, true);
              return Decision.accept(List.of(new Fact.AddedDoseOrdered(order), act), order.id());
            })
        .orElseGet(
            () -> Decision.refuse(Prescribing.refused("order-over-limits", looked.second())));
  }
}
