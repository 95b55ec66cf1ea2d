package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.Shipment;

/**
 * Stock that left, and incidents of many doses; a store refuses the number of a paper that was
 * used.
 */
public interface OutgoingViews {

  /** Containers left. */
  void sent(Shipment shipment);

  /** The other site said what it got. */
  void closed(String shipment, Shipment.Closed how);

  /** A council destroyed stock. */
  void destroyed(Destruction destruction);

  /** An incident of many doses. */
  void opened(LookBack incident);

  /** What came of it. */
  void closed(String incident, String words);
}
