package clinic.mmt.dispenser.app.takehome;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.certificate.Certificates;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decide;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.TakeHomeFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.Criterion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A doctor lets a patient take doses home, and ends it again. A named decision of a doctor
 * and the head stands in place of the criteria, and of nothing else.
 */
public final class Approvals {

  private final House house;
  private final TakeHomeLook look;
  private final Certificates certificates;

  /** For one clinic. */
  public Approvals(House house) {
    this.house = house;
    this.look = new TakeHomeLook(house);
    this.certificates = new Certificates(house);
  }

  /**
   * What is to be approved.
   *
   * @param first first day of collections
   * @param last last day of collections
   * @param days most days of one collection
   * @param ticked what a person says is true
   * @param commitment number or place of the patient's written commitment
   * @param decision in place of the criteria
   */
  public record Asked(
      PatientId patient,
      LocalDate first,
      LocalDate last,
      int days,
      Set<Criterion> ticked,
      String commitment,
      Optional<Decided> decision) {

    /** Copies the set. */
    public Asked {
      ticked = Set.copyOf(ticked);
    }

    /** A named decision. */
    public record Decided(String number, LocalDate day) {}

    /** Exactly what the doctor and the head sign. */
    public String digest() {
      return Digests.sha256(
          String.join(
              "\n",
              ActKind.TAKE_HOME_DECISION.name(),
              patient.value(),
              first.toString(),
              last.toString(),
              Integer.toString(days),
              new TreeSet<>(ticked).toString(),
              commitment,
              decision.map(d -> d.number() + " " + d.day()).orElse("-")));
    }

    @Override
    public String toString() {
      return "Asked[•••]";
    }
  }

  /** Approves; the answer is the approval's id. {@code second} is of the head, for a decision. */
  public void approve(
      Session by, Optional<Signature> second, Asked asked, Consumer<Answered<String>> reply) {
    transact(by, reads -> approve(reads, by, second, asked), reply);
  }

  private Decision<String> approve(
      Reads reads, Session by, Optional<Signature> second, Asked asked) {
    Optional<Refusal> may = mayDecide(by).or(() -> certificates.whyNotPrescribe(reads, by.staff()));
    if (may.isPresent()) {
      return Decision.refuse(may.get());
    }
    LocalDate today = house.calendar().today();
    Optional<Prescription> order = reads.prescription(asked.patient(), today);
    if (order.isEmpty()) {
      return Decision.refuse(Entitlement.noPrescription(reads, asked.patient()));
    }
    List<Fact> facts = new ArrayList<>();
    Optional<Approval.Emergency> emergency = Optional.empty();
    if (asked.decision().isPresent()) {
      TwoSign.Answer both =
          new TwoSign(ActKind.TAKE_HOME_DECISION, by, second, asked.digest(), "R-51").judge(house);
      switch (both) {
        case TwoSign.Answer.No(Refusal refusal) -> {
          return Decision.refuse(refusal);
        }
        case TwoSign.Answer.Signed(Signature other, Fact.ActSigned act) -> {
          Optional<Signers> signers = signers(by, other, today);
          if (signers.isEmpty()) {
            return Decision.refuse(headMissing());
          }
          facts.add(act);
          Asked.Decided decided = asked.decision().get();
          emergency =
              Optional.of(
                  new Approval.Emergency(decided.number(), decided.day(), signers.get().head()));
        }
      }
    }
    Approval approval = approval(by, asked, emergency);
    Optional<Refusal> refusal =
        TakeHomeLook.refusal(
            look.rules(reads).approve(today, approval, look.known(reads, order.get())));
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    facts.addFirst(new TakeHomeFact.TakeHomeApproved(approval));
    return Decision.accept(facts, approval.id());
  }

  private static Optional<Signers> signers(Session by, Signature other, LocalDate today) {
    return Signers.of(
        new Signers.One(by.staff(), by.roles()),
        new Signers.One(other.staff(), other.roles()),
        today);
  }

  private Approval approval(Session by, Asked asked, Optional<Approval.Emergency> emergency) {
    return new Approval(
        house.ids().next("th"),
        asked.patient(),
        asked.first(),
        asked.last(),
        asked.days(),
        asked.ticked(),
        asked.commitment(),
        emergency,
        by.staff());
  }

  /** Ends an approval; the answer is its id. Bottles that went out stay the doses of their days. */
  public void end(
      Session by,
      PatientId patient,
      String approval,
      String reason,
      Consumer<Answered<String>> reply) {
    transact(
        by,
        reads ->
            mayDecide(by)
                .or(() -> known(reads, patient, approval))
                .<Decision<String>>map(Decision::refuse)
                .orElseGet(
                    () ->
                        Decision.accept(
                            List.of(
                                new TakeHomeFact.TakeHomeEnded(
                                    approval, patient, reason, by.staff())),
                            approval)),
        reply);
  }

  private static Optional<Refusal> known(Reads reads, PatientId patient, String approval) {
    return reads.takeHome().approvals(patient).stream().anyMatch(a -> a.id().equals(approval))
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "no-such-approval",
                "R-51",
                "There is no such approval.",
                "look at the list again"));
  }

  private static Optional<Refusal> mayDecide(Session by) {
    return by.roles().contains(Role.PRESCRIBER)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "not-your-function",
                "R-51",
                "A doctor approves doses to take home.",
                "a prescriber"));
  }

  private static Refusal headMissing() {
    return Refusal.of(
        "doctor-and-head-needed",
        "R-52",
        "A doctor and the head of the clinic sign such a decision, two people.",
        "the one who is missing signs");
  }

  private <T> void transact(Session by, Decide<T> decide, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(by.staff().value(), house.clock().instant(), decide),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
