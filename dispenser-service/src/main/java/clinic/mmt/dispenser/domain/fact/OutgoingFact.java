package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import clinic.mmt.dispenser.domain.stock.Posting;
import java.util.List;

/** Stock that left the clinic, and incidents that touch many doses (R-88, R-89, H108). */
public sealed interface OutgoingFact extends Fact {

  /** Closed containers left for another site; where each stands is told by its move. */
  record ShipmentSent(Shipment shipment) implements OutgoingFact {}

  /** The other site said what it got. */
  record ShipmentClosed(String shipment, Shipment.Closed how) implements OutgoingFact {}

  /** A council destroyed stock; of whole bottles each has its move. */
  record StockDestroyed(Destruction destruction, List<Posting> postings) implements OutgoingFact {}

  /** Every dose that something wrong may have touched, as one incident. */
  record LookBackOpened(LookBack incident) implements OutgoingFact {}

  /** Two persons, one a pharmacist or doctor, say what came of it. */
  record LookBackClosed(String incident, String words) implements OutgoingFact {}
}
