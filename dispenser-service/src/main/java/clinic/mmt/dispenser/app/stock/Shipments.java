package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.StockValues;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.OutgoingFact;
import clinic.mmt.dispenser.domain.outgoing.OutgoingNo;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import clinic.mmt.dispenser.domain.stock.BottleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Closed containers to another site: sent, confirmed, difference. */
public final class Shipments {

  private final House house;

  /** For one clinic. */
  public Shipments(House house) {
    this.house = house;
  }

  /**
   * What leaves.
   *
   * @param site who gets it
   * @param paper number of the delivery record; never given twice
   * @param carrier who carries it, and by which assignment
   * @param bottles labels of containers in the store
   */
  public record Leaving(String site, String paper, String carrier, List<BottleId> bottles) {

    /** Copies the list. */
    public Leaving {
      bottles = List.copyOf(bottles);
    }
  }

  /**
   * The other site's answer.
   *
   * @param paper number of the copy they signed
   * @param arrived labels they got; the others are missing until they turn up or are settled
   * @param words about what did not arrive; may be empty when all did
   */
  public record Confirmed(String paper, List<BottleId> arrived, String words) {

    /** Copies the list. */
    public Confirmed {
      arrived = List.copyOf(arrived);
    }
  }

  /** Sends containers off; all of them or none. */
  public void send(Session by, Leaving leaving, Consumer<Answered<Shipment>> reply) {
    new StockAct(house, by, StockRights.of(BottleAct.SEND))
        .decide(reads -> send(reads, by, leaving), reply);
  }

  private Decision<Shipment> send(Reads reads, Session by, Leaving leaving) {
    if (reads.outgoing().paperUsed(leaving.paper())) {
      return Decision.refuse(Refusal.of(OutgoingNo.PAPER_USED));
    }
    List<BottleId> labels = leaving.bottles().stream().distinct().toList();
    Shipment shipment =
        new Shipment(
            house.ids().next("s"),
            house.calendar().today(),
            leaving.site(),
            leaving.paper(),
            leaving.carrier(),
            labels,
            by.staff(),
            Optional.empty());
    return moved(
        reads,
        by,
        all(labels, BottleAct.SEND, ""),
        new OutgoingFact.ShipmentSent(shipment),
        shipment);
  }

  /** Enters what the other site got; what it did not get is an open item from now on. */
  public void confirm(
      Session by, String shipment, Confirmed confirmed, Consumer<Answered<Shipment>> reply) {
    new StockAct(house, by, StockRights.of(BottleAct.ARRIVE))
        .decide(reads -> confirm(reads, by, shipment, confirmed), reply);
  }

  private Decision<Shipment> confirm(Reads reads, Session by, String id, Confirmed confirmed) {
    Optional<Shipment> found = reads.outgoing().shipment(id);
    if (found.isEmpty()) {
      return Decision.refuse(Refusal.of(OutgoingNo.UNKNOWN_SHIPMENT));
    }
    Shipment shipment = found.get();
    if (shipment.closed().isPresent()) {
      return Decision.refuse(Refusal.of(OutgoingNo.SHIPMENT_CLOSED));
    }
    List<BottleId> arrived = confirmed.arrived().stream().distinct().toList();
    if (!new HashSet<>(shipment.bottles()).containsAll(arrived)) {
      return Decision.refuse(Refusal.of(OutgoingNo.NOT_OF_SHIPMENT));
    }
    List<BottleId> missing = shipment.missing(arrived);
    if (!missing.isEmpty() && confirmed.words().isBlank()) {
      return Decision.refuse(Refusal.of(OutgoingNo.NO_WORDS));
    }
    Shipment.Closed how =
        new Shipment.Closed(
            house.calendar().today(), confirmed.paper(), arrived, by.staff(), confirmed.words());
    List<BottleRequest> requests = new ArrayList<>(all(arrived, BottleAct.ARRIVE, ""));
    requests.addAll(all(missing, BottleAct.MISS, confirmed.words()));
    return moved(
        reads, by, requests, new OutgoingFact.ShipmentClosed(id, how), shipment.closed(how));
  }

  private <T> Decision<T> moved(
      Reads reads, Session by, List<BottleRequest> requests, Fact fact, T answer) {
    StockValues values =
        StockValues.of(house.rules(reads).counter(), house.calendar().today(), by.staff());
    return switch (Moves.decide(reads, requests, values)) {
      case Moves.Answer.No(Refusal why) -> Decision.refuse(why);
      case Moves.Answer.Done done -> {
        List<Fact> facts = new ArrayList<>(done.facts());
        facts.add(fact);
        yield Decision.accept(facts, answer);
      }
    };
  }

  private static List<BottleRequest> all(List<BottleId> labels, BottleAct act, String words) {
    return labels.stream().map(label -> BottleRequest.of(act, label, words)).toList();
  }

  /** All shipments, the latest first; a carrier's name is among them. */
  public void all(Session by, Consumer<Answered<List<Shipment>>> reply) {
    new StockAct(house, by, StockRights.READ_RECEIPTS)
        .read(reads -> reads.outgoing().shipments(), reply);
  }
}
