package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.OutgoingReads;
import clinic.mmt.dispenser.app.journal.OutgoingViews;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shipments, destructions and incidents of many doses. */
final class MemoryOutgoing implements OutgoingViews, OutgoingReads {

  private final UndoMap<String, Shipment> shipments;
  private final UndoMap<String, Destruction> destructions;
  private final UndoMap<String, Incident> incidents;

  MemoryOutgoing(UndoMap.Undo undo) {
    this.shipments = new UndoMap<>(undo);
    this.destructions = new UndoMap<>(undo);
    this.incidents = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(shipments, destructions, incidents);
  }

  @Override
  public void sent(Shipment shipment) {
    if (paperUsed(shipment.paper())) {
      throw new ConstraintBroken(Constraints.SHIPMENT_NUMBERED_ONCE);
    }
    shipments.put(shipment.id(), shipment);
  }

  @Override
  public void closed(String shipment, Shipment.Closed how) {
    shipments.get(shipment).ifPresent(s -> shipments.put(shipment, s.closed(how)));
  }

  @Override
  public void destroyed(Destruction destruction) {
    if (destructions.has(destruction.papers().minutes())) {
      throw new ConstraintBroken(Constraints.MINUTES_NUMBERED_ONCE);
    }
    destructions.put(destruction.papers().minutes(), destruction);
  }

  @Override
  public void opened(LookBack incident) {
    incidents.put(incident.id(), new Incident(incident, Optional.empty()));
  }

  @Override
  public void closed(String incident, String words) {
    incidents
        .get(incident)
        .ifPresent(i -> incidents.put(incident, new Incident(i.of(), Optional.of(words))));
  }

  @Override
  public List<Shipment> shipments() {
    return latestFirst(shipments);
  }

  @Override
  public List<Destruction> destructions() {
    return latestFirst(destructions);
  }

  @Override
  public List<Incident> incidents() {
    return latestFirst(incidents);
  }

  private static <T> List<T> latestFirst(UndoMap<String, T> all) {
    return new ArrayList<>(all.values()).reversed();
  }
}
