package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.OutgoingFact;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of stock that left and of incidents (R-88, R-89, H108). */
abstract class OutgoingContract extends TakeHomeContract {

  private void refused(String constraint, Fact fact) {
    assertEquals(new Outcome.Conflict<>(constraint), submitted(fact));
  }

  @Test
  void aShipmentIsReadAsItLeftAndAsItWasConfirmed() throws Exception {
    append(new OutgoingFact.ShipmentSent(OutgoingFactSamples.shipment("s-1", "BB-1")));
    assertEquals(
        Optional.of(OutgoingFactSamples.shipment("s-1", "BB-1")),
        read(reads -> reads.outgoing().shipment("s-1")));
    append(new OutgoingFact.ShipmentSent(OutgoingFactSamples.shipment("s-2", "BB-2")));
    append(new OutgoingFact.ShipmentClosed("s-1", OutgoingFactSamples.closed()));
    assertEquals(
        List.of(
            OutgoingFactSamples.shipment("s-2", "BB-2"),
            OutgoingFactSamples.shipment("s-1", "BB-1").closed(OutgoingFactSamples.closed())),
        read(reads -> reads.outgoing().shipments()));
    assertEquals(
        List.of(true, false),
        read(r -> List.of(r.outgoing().paperUsed("BB-2"), r.outgoing().paperUsed("BB-3"))));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aDeliveryRecordAndMinutesAreEnteredOnce() {
    append(
        new OutgoingFact.ShipmentSent(OutgoingFactSamples.shipment("s-1", "BB-1")),
        OutgoingFactSamples.destroyed("x-1", "BB-H-1"));
    refused(
        Constraints.SHIPMENT_NUMBERED_ONCE,
        new OutgoingFact.ShipmentSent(OutgoingFactSamples.shipment("s-2", "BB-1")));
    refused(Constraints.MINUTES_NUMBERED_ONCE, OutgoingFactSamples.destroyed("x-2", "BB-H-1"));
    append(OutgoingFactSamples.destroyed("x-2", "BB-H-2")); // the control
    assertEquals(
        List.of(
            OutgoingFactSamples.destroyed("x-2", "BB-H-2").destruction(),
            OutgoingFactSamples.destroyed("x-1", "BB-H-1").destruction()),
        read(reads -> reads.outgoing().destructions()));
  }

  @Test
  void anIncidentIsOpenUntilTwoSayWhatCameOfIt() throws Exception { // H108
    append(new OutgoingFact.LookBackOpened(OutgoingFactSamples.lookBack("l-1")));
    assertEquals(
        List.of(new OutgoingReads.Incident(OutgoingFactSamples.lookBack("l-1"), Optional.empty())),
        read(reads -> reads.outgoing().incidents()));
    append(new OutgoingFact.LookBackClosed("l-1", "đã gọi mọi người"));
    assertEquals(
        Optional.of("đã gọi mọi người"),
        read(reads -> reads.outgoing().incidents()).getFirst().closed());
    assertTrue(viewsEqualRebuild(journal));
  }
}
