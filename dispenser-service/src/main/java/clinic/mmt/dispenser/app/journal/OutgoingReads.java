package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import java.util.List;
import java.util.Optional;

/** Stock that left, and incidents of many doses; all of them long reads. */
public interface OutgoingReads {

  /** All shipments, the latest first. */
  List<Shipment> shipments();

  /** One of them. */
  default Optional<Shipment> shipment(String id) {
    return shipments().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** Whether the number of a delivery record was used. */
  default boolean paperUsed(String paper) {
    return shipments().stream().anyMatch(s -> s.paper().equals(paper));
  }

  /** All acts of destruction, the latest first. */
  List<Destruction> destructions();

  /** All incidents of many doses, the latest first. */
  List<Incident> incidents();

  /**
   * An incident, and what came of it.
   *
   * @param of the doses
   * @param closed what two persons said of it; empty while it is open
   */
  record Incident(LookBack of, Optional<String> closed) {}
}
