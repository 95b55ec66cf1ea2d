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
import clinic.mmt.dispenser.app.journal.codec.StepsText;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.OrderRules;
import clinic.mmt.dispenser.domain.eligibility.Reason;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Signs prescriptions: shown day by day first, by one prescriber, or by two above the limits. */
public final class Prescribing {

  /** No daily dose is more than this, whoever signs (H10). */
  public static final Mass DOSE_MOST = Mass.ofMilligrams(400);

  private static final Mass DOSE_LEAST = Mass.ofMilligrams(1);
  private static final int DAYS_MOST = 366;

  private final House house;
  private final Certificates certificates;
  private final OverLimits overLimits;

  /** For one clinic. */
  public Prescribing(House house) {
    this.house = house;
    this.certificates = new Certificates(house);
    this.overLimits = new OverLimits(house);
  }

  /**
   * A daily dose with start and end.
   *
   * @param stage of treatment
   * @param steps the first on the first day; one when the dose stays
   * @param firstDay first clinic day
   * @param lastDay last clinic day
   * @param reason why a first dose is higher than usual, empty when there is none
   */
  public record NewPrescription(
      PatientId patient,
      Stage stage,
      List<DoseStep> steps,
      LocalDate firstDay,
      LocalDate lastDay,
      String reason) {

    /** Copies the list. */
    public NewPrescription {
      steps = List.copyOf(steps);
      reason = reason.strip();
    }

    /** Without a reason. */
    public NewPrescription(
        PatientId patient,
        Stage stage,
        List<DoseStep> steps,
        LocalDate firstDay,
        LocalDate lastDay) {
      this(patient, stage, steps, firstDay, lastDay, "");
    }

    /** The same dose every day of maintenance. */
    public static NewPrescription daily(
        PatientId patient, Mass dose, LocalDate firstDay, LocalDate lastDay) {
      return new NewPrescription(
          patient, Stage.MAINTENANCE, List.of(new DoseStep(firstDay, dose)), firstDay, lastDay);
    }

    /** What both persons sign when two have to: exactly this order. */
    public String digest() {
      return Digests.sha256(
          "prescription "
              + patient.value()
              + " "
              + stage
              + " "
              + StepsText.write(steps)
              + " "
              + firstDay
              + " "
              + lastDay
              + " "
              + reason);
    }
  }

  /** Day by day, before it is signed; nothing is written. */
  public void preview(
      Session by, NewPrescription asked, Consumer<Answered<OrderRules.Looked>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  Optional<Refusal> fault = fault(reads, by, asked);
                  return fault.isPresent()
                      ? Decision.refuse(fault.get())
                      : Decision.accept(List.of(), look(reads, by, asked, false));
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /**
   * Signs.
   *
   * @param second of a prescriber or pharmacist, where the order is above the limits
   */
  public void sign(
      Session by,
      Optional<Signature> second,
      NewPrescription asked,
      Consumer<Answered<PrescriptionId>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  Optional<Refusal> fault =
                      fault(reads, by, asked)
                          .or(() -> certificates.whyNotPrescribe(reads, by.staff()));
                  return fault.isPresent()
                      ? Decision.refuse(fault.get())
                      : decide(reads, by, second, asked);
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /** What no signature helps. */
  private static Optional<Refusal> fault(Reads reads, Session by, NewPrescription asked) {
    if (!by.roles().contains(Role.PRESCRIBER)) {
      return no("not-a-prescriber", "R-21", "Only a prescriber signs.");
    }
    if (!reads.registered(asked.patient())) {
      return no("not-registered", "", "There is no such patient.");
    }
    if (asked.steps().stream()
        .anyMatch(s -> s.dose().isLessThan(DOSE_LEAST) || s.dose().isMoreThan(DOSE_MOST))) {
      return no("dose-out-of-range", "H10", "A daily dose is 1 to 400 mg in this form.");
    }
    long days = asked.lastDay().toEpochDay() - asked.firstDay().toEpochDay() + 1;
    boolean inOrder = days >= 1 && days <= DAYS_MOST && !asked.steps().isEmpty();
    LocalDate before = asked.firstDay().minusDays(1);
    for (DoseStep step : asked.steps()) {
      inOrder &= step.from().isAfter(before) && !step.from().isAfter(asked.lastDay());
      before = step.from();
    }
    return inOrder && asked.steps().getFirst().from().equals(asked.firstDay())
        ? Optional.empty()
        : no(
            "days-out-of-range",
            "R-10",
            "A prescription has a first and a last day, and its steps follow each other.");
  }

  private Decision<PrescriptionId> decide(
      Reads reads, Session by, Optional<Signature> second, NewPrescription asked) {
    OrderRules.Looked looked = look(reads, by, asked, false);
    if (!looked.faults().isEmpty()) {
      return Decision.refuse(refused("order-not-possible", looked.faults()));
    }
    if (looked.second().isEmpty()) {
      Prescription signed = prescription(by, asked, false);
      return Decision.accept(signed(reads, signed), signed.id());
    }
    return overLimits
        .signed(reads, by, second, asked.digest())
        .<Decision<PrescriptionId>>map(
            act -> {
              Prescription signed = prescription(by, asked, true);
              List<Fact> facts = signed(reads, signed);
              facts.add(act);
              return Decision.accept(facts, signed.id());
            })
        .orElseGet(() -> Decision.refuse(refused("order-over-limits", looked.second())));
  }

  /** A doctor who signs an order that holds today has seen whom a counter had sent. */
  private List<Fact> signed(Reads reads, Prescription signed) {
    LocalDate today = house.calendar().today();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.PrescriptionSigned(signed));
    if (signed.covers(today)) {
      facts.addAll(Seen.byDoctor(reads, signed.patient(), today, "signed an order"));
    }
    return facts;
  }

  private OrderRules.Looked look(
      Reads reads, Session by, NewPrescription asked, boolean overLimits) {
    LocalDate before = asked.firstDay().minusDays(1);
    return house
        .rules(reads)
        .orders()
        .look(
            prescription(by, asked, overLimits),
            new Entitlement(house).doses(reads, asked.patient()),
            reads.prescription(asked.patient(), before).map(p -> p.doseOn(before)));
  }

  private Prescription prescription(Session by, NewPrescription asked, boolean overLimits) {
    return new Prescription(
        new PrescriptionId(house.ids().next("rx")),
        asked.patient(),
        asked.stage(),
        asked.steps(),
        asked.firstDay(),
        asked.lastDay(),
        new Prescription.SignedBy(
            by.staff(), house.calendar().today(), overLimits, asked.reason()));
  }

  /** The heaviest reason is the refusal, the others its details. */
  static Refusal refused(String code, List<Reason> reasons) {
    Reason first = reasons.getFirst();
    return new Refusal(
        code,
        first.code().rule(),
        first.english(),
        first.code().lifter().english(),
        reasons.stream()
            .skip(1)
            .map(r -> new Refusal.Told(r.english(), r.code().lifter().english()))
            .toList(),
        Optional.of(new Refusal.Told(first.vietnamese(), first.code().lifter().vietnamese())));
  }

  private static Optional<Refusal> no(String code, String rule, String text) {
    return Optional.of(Refusal.of(code, rule, text, "a prescriber corrects the order"));
  }
}
