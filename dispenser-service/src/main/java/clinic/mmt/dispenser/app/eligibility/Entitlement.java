package clinic.mmt.dispenser.app.eligibility;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.BottleRules;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Eligibility;
import clinic.mmt.dispenser.domain.eligibility.PatientDay;
import clinic.mmt.dispenser.domain.eligibility.Reason;
import clinic.mmt.dispenser.domain.eligibility.Verdict;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.service.PumpGate;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be poured for a patient now: the rules of treatment first, then the mounted bottle. */
public final class Entitlement {

  private final House house;

  /** With the rule values of the clinic. */
  public Entitlement(House house) {
    this.house = house;
  }

  /** The answer. */
  public sealed interface Answer {
    /**
     * May be poured.
     *
     * @param told what is to be told beside it
     */
    record Allowed(Order order, List<Reason> told) implements Answer {}

    /** May not be poured now. */
    record No(Refusal refusal) implements Answer {}
  }

  /**
   * Decides, inside a transaction.
   *
   * @param part of the day; a second dose of the day needs a doctor's order for it
   */
  public Answer now(Reads reads, PatientId patient, DosePart part, StationId station) {
    LocalDate today = house.calendar().today();
    Optional<Prescription> prescription = reads.prescription(patient, today);
    if (prescription.isEmpty()) {
      return new Answer.No(noPrescription(reads, patient));
    }
    if (part.added() && added(reads, patient, part).isEmpty()) {
      return new Answer.No(alreadyDosed());
    }
    Verdict verdict = of(reads, prescription.get(), part);
    return switch (verdict.decision()) {
      case REFUSE, NEEDS_DOCTOR -> new Answer.No(refusal(verdict));
      case DISPENSE -> sized(reads, prescription.get(), verdict, station);
    };
  }

  /**
   * The part of today that a patient may be dosed for: the dose of the day, the later part of a
   * split one, or else a second one that a doctor ordered and nobody has poured yet. Empty: today's
   * dose is open or taken.
   */
  public Optional<DosePart> part(Reads reads, PatientId patient) {
    LocalDate today = house.calendar().today();
    if (reads.openOrTaken(patient, today, DosePart.WHOLE).isEmpty()) {
      return Optional.of(DosePart.WHOLE);
    }
    Stream<DosePart> later =
        reads.prescription(patient, today).flatMap(order -> order.laterOn(today)).stream()
            .map(amount -> DosePart.LATER);
    return Stream.concat(later, reads.added(patient, today).stream().map(AddedDose::part))
        .filter(part -> reads.openOrTaken(patient, today, part).isEmpty())
        .filter(part -> !takenHome(reads, patient, part))
        .findFirst();
  }

  /** Whether a bottle that went out is this part of today. */
  private boolean takenHome(Reads reads, PatientId patient, DosePart part) {
    LocalDate today = house.calendar().today();
    return reads.takeHome().bottles(patient, today).stream()
        .filter(bottle -> bottle.day().equals(today) && bottle.part().equals(part))
        .anyMatch(bottle -> bottle.state().coversItsDay());
  }

  /** The dose of this day is open or counts as taken. */
  public static Refusal alreadyDosed() {
    return Refusal.of(
        "already-dosed",
        "R-30",
        "Today's dose of this person is open or counts as taken.",
        "tomorrow; a second dose today only by a doctor's order");
  }

  /** Whether a dose of today is the first of an episode. */
  public boolean isFirst(Reads reads, Prescription prescription) {
    return house.rules(reads).eligibility().isFirst(PatientDays.of(reads, prescription, house));
  }

  /** Days since the first dose of the episode; 0 on its day. */
  public int daysOfEpisode(Reads reads, Prescription prescription) {
    return house
        .rules(reads)
        .eligibility()
        .daysOfEpisode(PatientDays.withLongPast(reads, prescription, house));
  }

  /** What the rules of treatment say of the dose of the day, whatever stands at the station. */
  public Verdict verdict(Reads reads, Prescription prescription) {
    return of(reads, prescription, DosePart.WHOLE);
  }

  /** Whom a counter sent to a doctor waits for the doctor, whatever else the rules say. */
  private Verdict of(Reads reads, Prescription prescription, DosePart part) {
    LocalDate today = house.calendar().today();
    PatientDay asked = PatientDays.of(reads, prescription, house);
    Eligibility eligibility = house.rules(reads).eligibility();
    Verdict verdict =
        added(reads, prescription.patient(), part)
            .map(order -> eligibility.decideAdded(asked, order.dose()))
            .orElseGet(() -> ofTheDay(eligibility, asked, part));
    return reads.door().deskDay(prescription.patient(), today).withDoctor()
        ? verdict.sentToDoctor()
        : verdict;
  }

  private static Verdict ofTheDay(Eligibility eligibility, PatientDay asked, DosePart part) {
    return part.equals(DosePart.LATER) ? eligibility.decideLater(asked) : eligibility.decide(asked);
  }

  private Optional<AddedDose> added(Reads reads, PatientId patient, DosePart part) {
    return reads.added(patient, house.calendar().today()).stream()
        .filter(order -> order.part().equals(part))
        .findFirst();
  }

  /**
   * What stops a dose today whatever stands at any counter, as it is asked at the door;
   * empty when nothing does.
   */
  public Optional<Refusal> stops(Reads reads, PatientId patient) {
    LocalDate today = house.calendar().today();
    Optional<Prescription> prescription = reads.prescription(patient, today);
    Optional<DosePart> part = part(reads, patient);
    if (prescription.isEmpty() || part.isEmpty()) {
      return Optional.of(part.isEmpty() ? alreadyDosed() : noPrescription(reads, patient));
    }
    Verdict verdict = of(reads, prescription.get(), part.get());
    return switch (verdict.decision()) {
      case DISPENSE -> Optional.empty();
      case REFUSE, NEEDS_DOCTOR -> Optional.of(refusal(verdict));
    };
  }

  /** Whether nothing says that the patient is dosed anywhere else today. */
  public boolean isHere(Reads reads, PatientId patient) {
    return PatientDays.where(
            reads, patient, reads.episodes().movements(patient), house.calendar().today())
        .isHere();
  }

  /** How many days somebody missed who is to be followed up. */
  public Optional<Integer> toFollowUp(Reads reads, Prescription prescription) {
    return house.rules(reads).eligibility().toFollowUp(PatientDays.of(reads, prescription, house));
  }

  /** What is known of a patient's doses, as eligibility counts them. */
  public List<DoseDay> doses(Reads reads, PatientId patient) {
    return PatientDays.doses(reads, patient, house);
  }

  /** The same from {@code since} on, for who looks further back. */
  public List<DoseDay> doses(Reads reads, PatientId patient, LocalDate since) {
    return PatientDays.dosesSince(reads, patient, since, house.rules(reads).counter());
  }

  /**
   * Nobody is dosed without a prescription that holds today, nor by an imported one before a
   * doctor has signed its list.
   */
  public static Refusal noPrescription(Reads reads, PatientId patient) {
    if (reads.imports().waiting(patient).isPresent()) {
      return Refusal.of(
              "imported-not-signed",
              "R-129",
              "The order was imported, and no doctor has signed its list yet.",
              "a doctor signs the printed list of the import first, or an order of its own")
          .vietnamese(
              "Y lệnh nhập từ tệp, bác sĩ chưa ký danh sách.",
              "bác sĩ ký danh sách đã in trước, hoặc ký đơn riêng");
    }
    return Refusal.of(
        "no-prescription-today",
        "R-19",
        "There is no prescription that holds today.",
        "a prescriber signs one");
  }

  /** What stands against a dose by the pump of a station; a dose drawn by hand needs none. */
  public static Optional<Refusal> againstPump(
      Reads reads, StationId station, LocalDate today, Profile profile) {
    return PumpGate.against(reads.pumps().stand(station), today, profile.pumps().drift())
        .filter(
            no ->
                reads
                    .degraded()
                    .mode(station, Mode.Place.POUR)
                    .filter(running -> running.mode() == Mode.HAND_POUR)
                    .isEmpty())
        .map(Refusal::of);
  }

  private Answer sized(Reads reads, Prescription prescription, Verdict verdict, StationId station) {
    LocalDate today = house.calendar().today();
    Optional<Refusal> pump = againstPump(reads, station, today, house.rules(reads).counter());
    if (pump.isPresent()) {
      return new Answer.No(pump.get());
    }
    return switch (BottleRules.size(
        prescription.id(),
        verdict.dose(),
        source(reads, station, today),
        house.rules(reads).counter())) {
      case BottleRules.Answer.No n ->
          new Answer.No(Refusal.of(n.code(), n.rule(), n.text(), n.liftedBy()));
      case BottleRules.Answer.Allowed a -> new Answer.Allowed(a.order(), verdict.reasons());
    };
  }

  /** What a station pours from on {@code today}. */
  public static BottleRules.Source source(Reads reads, StationId station, LocalDate today) {
    Optional<MountedBottle> mounted = reads.mounted(station);
    return new BottleRules.Source(
        mounted,
        left(reads, mounted),
        mounted.map(m -> reads.firstDoses(m.batch()).stopped()).orElse(false),
        mounted.map(m -> m.past(today)).orElse(false));
  }

  /** What the ledger says is left in a mounted bottle. */
  public static Volume left(Reads reads, Optional<MountedBottle> mounted) {
    return mounted
        .map(m -> reads.balance(new Account(AccountKind.BOTTLE, m.bottle().value()), m.batch()))
        .orElse(Volume.ZERO);
  }

  /** The same as it may be shown: nobody is told while people count it blind. */
  public static Optional<Volume> shown(
      Reads reads, Optional<MountedBottle> mounted, LocalDate today) {
    boolean blind =
        mounted.flatMap(MountedBottle::labelled).isPresent() && reads.stock().days().blind(today);
    return blind ? Optional.empty() : Optional.of(left(reads, mounted));
  }

  /** The heaviest reason is the refusal, the others its details. */
  public static Refusal refusal(Verdict verdict) {
    return refusal(verdict.reasons());
  }

  /** The same of the reasons alone, the heaviest first. */
  public static Refusal refusal(List<Reason> reasons) {
    Reason first = reasons.getFirst();
    return new Refusal(
        first.code().code(),
        first.code().rule(),
        first.english(),
        first.code().lifter().english(),
        reasons.stream()
            .skip(1)
            .map(r -> new Refusal.Told(r.english(), r.code().lifter().english()))
            .toList(),
        Optional.of(new Refusal.Told(first.vietnamese(), first.code().lifter().vietnamese())));
  }
}
