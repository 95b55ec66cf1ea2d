package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.degraded.Gate;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Holdings;
import clinic.mmt.dispenser.domain.dispense.LiquidSource;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.dispense.Transition;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens visits: who was identified may be dosed now, or hears why not and who lifts it. */
public final class Visits {

  private final House house;
  private final StationId station;
  private final Entitlement entitlement;

  /** For one station. */
  public Visits(House house, StationId station) {
    this.house = house;
    this.station = station;
    this.entitlement = new Entitlement(house);
  }

  /**
   * Who is to be dosed.
   *
   * @param facts what the identification leaves in the journal, whatever the answer
   */
  public record Asked(
      PatientId patient, Identification identification, StaffId user, List<Fact> facts) {}

  /** The answer. */
  public sealed interface Opened {
    /** A visit, with today's dose. */
    record Visit(
        State state,
        Snapshot.Ordered ordered,
        Optional<MountedBottle> mounted,
        Optional<Volume> left,
        boolean checkedToday)
        implements Opened {}

    /** Not now. */
    record No(Refusal refusal) implements Opened {}
  }

  /** Decides inside the journal's transaction. */
  public void open(Asked asked, Consumer<Outcome<Opened>> reply) {
    DoseId id = new DoseId(house.ids().next("v"));
    LocalDate day = house.calendar().today();
    house
        .journal()
        .transact(
            new Transaction<>(
                asked.user().value(),
                house.clock().instant(),
                reads -> decide(reads, asked, id, day)),
            reply);
  }

  private Decision<Opened> decide(Reads reads, Asked asked, DoseId id, LocalDate day) {
    PatientId patient = asked.patient();
    Optional<Refusal> closed =
        Commissioning.refusal(reads, house).or(() -> Gate.refusal(reads, house, station));
    if (closed.isPresent()) {
      return no(asked, closed.get());
    }
    if (!reads.registered(patient)) {
      return no(
          asked,
          Refusal.of(
              "not-registered", "", "This person is not in care here.", "register the patient"));
    }
    Optional<DosePart> part = entitlement.part(reads, patient);
    if (part.isEmpty()) {
      return no(asked, Entitlement.alreadyDosed());
    }
    return switch (entitlement.now(reads, patient, part.get(), station)) {
      case Entitlement.Answer.No no -> no(asked, no.refusal());
      case Entitlement.Answer.Allowed a -> allowed(reads, asked, new Place(id, day, part.get()), a);
    };
  }

  private Decision<Opened> no(Asked asked, Refusal refusal) {
    return Decision.accept(asked.facts(), new Opened.No(refusal));
  }

  /** Where in the ledger a new dose has its place. */
  private record Place(DoseId id, LocalDate day, DosePart part) {}

  private Decision<Opened> allowed(
      Reads reads, Asked asked, Place place, Entitlement.Answer.Allowed allowed) {
    Order order = allowed.order();
    LocalDate day = place.day();
    Optional<State> earlier =
        reads.unended().stream()
            .filter(s -> s.dose().patient().equals(asked.patient()))
            .filter(s -> s.dose().day().equals(day) && s.dose().station().equals(station))
            .filter(s -> s.dose().part().equals(place.part()))
            .filter(s -> s.phase() == Phase.WAITING || s.phase() == Phase.REFERRED)
            .findFirst();
    Fact.DoseMoved fact =
        earlier.map(s -> calledBack(reads, s, asked)).orElseGet(() -> fresh(reads, asked, place));
    List<Fact> facts = new ArrayList<>(asked.facts());
    facts.add(fact);
    return Decision.accept(
        facts,
        new Opened.Visit(
            fact.to(),
            new Snapshot.Ordered(
                order.dose(), order.volume(), before(reads, asked.patient(), day), allowed.told()),
            reads.mounted(station),
            Entitlement.shown(reads, reads.mounted(station), day),
            reads.checked(station, day)));
  }

  private static Snapshot.Before before(Reads reads, PatientId patient, LocalDate day) {
    return new Snapshot.Before(
        reads
            .lastTaken(patient, day)
            .flatMap(
                s ->
                    s.dose()
                        .order()
                        .map(o -> new Snapshot.Taken(s.dose().day(), o.dose(), s.phase()))),
        reads
            .prescription(patient, day.minusDays(1))
            .map(prescription -> prescription.doseOn(day.minusDays(1))));
  }

  /** The dose that a second one of the day is for. */
  private static Optional<DoseId> first(Reads reads, PatientId patient, Place place) {
    return reads.added(patient, place.day()).stream()
        .filter(added -> added.part().equals(place.part()))
        .map(AddedDose::to)
        .findFirst();
  }

  private Fact.DoseMoved calledBack(Reads reads, State state, Asked asked) {
    DoseEvent event =
        new DoseEvent.CalledBack(house.clock().instant(), asked.user(), asked.identification());
    return switch (house
        .rules(reads, state.dose().day())
        .machine()
        .decide(state, event, Holdings.NONE)) {
      case Transition.Changed c -> DoseLedger.fact(state, event, c);
      case Transition.Unchanged u -> throw new IllegalStateException("called back: unchanged");
      case Transition.Refused r -> throw new IllegalStateException("called back: " + r.code());
    };
  }

  private Fact.DoseMoved fresh(Reads reads, Asked asked, Place place) {
    PatientId patient = asked.patient();
    Dose dose =
        new Dose(
            place.id(),
            patient,
            station,
            place.day(),
            place.part(),
            LiquidSource.PUMP,
            asked.identification(),
            asked.user(),
            reads
                .latestFreed(patient, place.day(), place.part())
                .or(() -> first(reads, patient, place)),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Volume.ZERO);
    return new Fact.DoseMoved(
        "visit-opened", Optional.empty(), new State.Reviewing(dose), "", Map.of(), List.of());
  }
}
