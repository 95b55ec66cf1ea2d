package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.OutgoingFact;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One sample of each fact about stock that left, and about incidents of many doses. */
final class OutgoingFactSamples {

  private OutgoingFactSamples() {}

  static void put(Map<String, Fact> facts) {
    facts.put("shipment.sent", new OutgoingFact.ShipmentSent(shipment("s-1", "BB-1")));
    facts.put("shipment.closed", new OutgoingFact.ShipmentClosed("s-1", closed()));
    facts.put("stock.destroyed", destroyed("x-1", "BB-H-1"));
    facts.put("look-back.opened", new OutgoingFact.LookBackOpened(lookBack("l-1")));
    facts.put("look-back.closed", new OutgoingFact.LookBackClosed("l-1", "đã gọi mọi người"));
  }

  static Shipment shipment(String id, String paper) {
    return new Shipment(
        id,
        Facts.DAY,
        "Điểm cấp phát thử",
        paper,
        "người chở",
        List.of(StockFactSamples.ONE, StockFactSamples.TWO),
        Facts.PHARMACIST,
        Optional.empty());
  }

  static Shipment.Closed closed() {
    return new Shipment.Closed(
        Facts.DAY.plusDays(1),
        "BB-1/2",
        List.of(StockFactSamples.ONE),
        Facts.PHARMACIST,
        "thiếu một chai");
  }

  static OutgoingFact.StockDestroyed destroyed(String id, String minutes) {
    return new OutgoingFact.StockDestroyed(
        new Destruction(
            id,
            Facts.DAY,
            new Destruction.Papers("GP-1", minutes, "pha loãng, hấp phụ"),
            List.of("người thứ ba"),
            List.of(
                new Destruction.Waste(
                    Facts.STATION, Facts.BATCH, Volume.ofMicrolitres(1200), false)),
            List.of(StockFactSamples.TWO),
            Facts.PHARMACIST,
            Facts.NURSE),
        List.of(
            Posting.move(
                Facts.BATCH,
                new Account(AccountKind.WASTE, Facts.STATION.value()),
                Account.only(AccountKind.DESTROYED),
                Volume.ofMicrolitres(1200))));
  }

  static LookBack lookBack(String id) {
    return new LookBack(
        id,
        Facts.DAY,
        LookBack.Why.WRONG_BOTTLE,
        new LookBack.Scope(
            Facts.DAY.minusDays(3),
            Facts.DAY,
            Optional.of(Facts.BATCH),
            Optional.of(StockFactSamples.ONE),
            Optional.of(Facts.STATION)),
        List.of(new DoseId("d-1"), new DoseId("d-2")),
        Facts.PHARMACIST,
        "nhãn chai bị nhầm");
  }
}
