package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.OutgoingFact;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Kinds {@code shipment.…}, {@code stock.destroyed} and {@code look-back.…}: public, but for names
 * of people outside the staff, free words, and which doses an incident touches.
 */
final class OutgoingFacts {

  static final String SENT = "shipment.sent";
  static final String CLOSED = "shipment.closed";
  static final String DESTROYED = "stock.destroyed";
  static final String LOOK_BACK = "look-back.opened";
  static final String LOOK_BACK_CLOSED = "look-back.closed";

  private OutgoingFacts() {}

  static Encoded write(OutgoingFact fact) {
    return switch (fact) {
      case OutgoingFact.ShipmentSent(Shipment s) -> write(s);
      case OutgoingFact.ShipmentClosed(String shipment, Shipment.Closed how) ->
          write(shipment, how);
      case OutgoingFact.StockDestroyed destroyed -> write(destroyed);
      case OutgoingFact.LookBackOpened(LookBack incident) -> write(incident);
      case OutgoingFact.LookBackClosed(String incident, String words) ->
          new Encoded(
              LOOK_BACK_CLOSED,
              1,
              JsonText.object("incident", incident).end(),
              JsonText.object("words", words).end());
    };
  }

  private static Encoded write(Shipment s) {
    JsonText open =
        JsonText.object("shipment", s.id())
            .put("day", s.day().toString())
            .put("site", s.site())
            .put("paper", s.paper());
    texts(open, "bottles", s.bottles(), BottleId::value);
    open.put("by", s.by().value());
    return new Encoded(SENT, 1, open.end(), JsonText.object("carrier", s.carrier()).end());
  }

  static Fact sent(Members open, Members secret) {
    return new OutgoingFact.ShipmentSent(
        new Shipment(
            open.text("shipment"),
            open.day("day"),
            open.text("site"),
            open.text("paper"),
            secret.text("carrier"),
            open.texts("bottles").stream().map(BottleId::new).toList(),
            new StaffId(open.text("by")),
            Optional.empty()));
  }

  private static Encoded write(String shipment, Shipment.Closed how) {
    JsonText open =
        JsonText.object("shipment", shipment)
            .put("day", how.day().toString())
            .put("paper", how.paper());
    texts(open, "arrived", how.arrived(), BottleId::value);
    open.put("by", how.by().value());
    return new Encoded(CLOSED, 1, open.end(), JsonText.object("words", how.words()).end());
  }

  static Fact closed(Members open, Members secret) {
    return new OutgoingFact.ShipmentClosed(
        open.text("shipment"),
        new Shipment.Closed(
            open.day("day"),
            open.text("paper"),
            open.texts("arrived").stream().map(BottleId::new).toList(),
            new StaffId(open.text("by")),
            secret.text("words")));
  }

  private static Encoded write(OutgoingFact.StockDestroyed fact) {
    Destruction d = fact.destruction();
    JsonText open =
        JsonText.object("destruction", d.id())
            .put("day", d.day().toString())
            .put("permit", d.papers().permit())
            .put("minutes", d.papers().minutes())
            .put("method", d.papers().method())
            .beginList("waste");
    for (Destruction.Waste waste : d.waste()) {
      open.beginObject()
          .put("station", waste.station().value())
          .put("batch", waste.batch().value())
          .put("measuredMicrolitres", waste.measured().microlitres())
          .put("diluted", waste.diluted())
          .endObject();
    }
    open.endList();
    texts(open, "bottles", d.bottles(), BottleId::value);
    open.put("by", d.by().value()).put("second", d.second().value());
    Postings.write(open, fact.postings());
    JsonText secret = JsonText.object();
    texts(secret, "council", d.council(), Function.identity());
    return new Encoded(DESTROYED, 1, open.end(), secret.end());
  }

  static Fact destroyed(Members open, Members secret) {
    return new OutgoingFact.StockDestroyed(
        new Destruction(
            open.text("destruction"),
            open.day("day"),
            new Destruction.Papers(open.text("permit"), open.text("minutes"), open.text("method")),
            secret.texts("council"),
            open.objects("waste").stream().map(OutgoingFacts::waste).toList(),
            open.texts("bottles").stream().map(BottleId::new).toList(),
            new StaffId(open.text("by")),
            new StaffId(open.text("second"))),
        Postings.read(open));
  }

  private static Destruction.Waste waste(Members from) {
    Destruction.Waste waste =
        new Destruction.Waste(
            new StationId(from.text("station")),
            new BatchId(from.text("batch")),
            new Volume(from.whole("measuredMicrolitres")),
            from.flag("diluted"));
    from.end();
    return waste;
  }

  private static Encoded write(LookBack l) {
    JsonText open =
        JsonText.object("incident", l.id())
            .put("day", l.day().toString())
            .put("why", l.why().name())
            .put("from", l.of().from().toString())
            .put("until", l.of().until().toString());
    l.of().batch().ifPresent(batch -> open.put("batch", batch.value()));
    l.of().bottle().ifPresent(bottle -> open.put("bottle", bottle.value()));
    l.of().station().ifPresent(station -> open.put("station", station.value()));
    open.put("doses", l.doses().size()).put("by", l.by().value());
    JsonText secret = JsonText.object();
    texts(secret, "doses", l.doses(), DoseId::value);
    return new Encoded(LOOK_BACK, 1, open.end(), secret.put("words", l.words()).end());
  }

  static Fact lookBack(Members open, Members secret) {
    LookBack incident =
        new LookBack(
            open.text("incident"),
            open.day("day"),
            open.oneOf(LookBack.Why.class, "why"),
            new LookBack.Scope(
                open.day("from"),
                open.day("until"),
                open.maybeText("batch").map(BatchId::new),
                open.maybeText("bottle").map(BottleId::new),
                open.maybeText("station").map(StationId::new)),
            secret.texts("doses").stream().map(DoseId::new).toList(),
            new StaffId(open.text("by")),
            secret.text("words"));
    if (open.whole("doses") != incident.doses().size()) {
      throw new MalformedBody("another number of doses than it lists");
    }
    return new OutgoingFact.LookBackOpened(incident);
  }

  static Fact lookBackClosed(Members open, Members secret) {
    return new OutgoingFact.LookBackClosed(open.text("incident"), secret.text("words"));
  }

  private static <T> void texts(JsonText body, String name, List<T> all, Function<T, String> text) {
    body.beginList(name);
    all.forEach(one -> body.add(text.apply(one)));
    body.endList();
  }
}
