package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.journal.OutgoingReads;
import clinic.mmt.dispenser.app.stock.Forecasts;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.Forecast;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import clinic.mmt.dispenser.domain.stock.BottleId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What left the stock, incidents and forecasts as JSON. */
final class OutgoingJson {

  private OutgoingJson() {}

  static JsonObject shipment(Shipment s) {
    JsonObject json =
        new JsonObject()
            .put("shipment", s.id())
            .put("day", s.day().toString())
            .put("site", s.site())
            .put("paper", s.paper())
            .put("carrier", s.carrier())
            .put("bottles", labels(s.bottles()))
            .put("by", s.by().value());
    s.closed()
        .ifPresent(
            closed ->
                json.put("confirmedOn", closed.day().toString())
                    .put("confirmedBy", closed.by().value())
                    .put("confirmedPaper", closed.paper())
                    .put("arrived", labels(closed.arrived()))
                    .put("missing", labels(s.missing(closed.arrived())))
                    .put("words", closed.words()));
    return json;
  }

  private static JsonArray labels(List<BottleId> bottles) {
    return new JsonArray(bottles.stream().map(BottleId::value).toList());
  }

  static JsonObject destruction(Destruction d) {
    JsonArray waste = new JsonArray();
    d.waste()
        .forEach(
            line ->
                waste.add(
                    new JsonObject()
                        .put("station", line.station().value())
                        .put("batch", line.batch().value())
                        .put("measuredMicrolitres", line.measured().microlitres())
                        .put("diluted", line.diluted())));
    return new JsonObject()
        .put("destruction", d.id())
        .put("day", d.day().toString())
        .put("permit", d.papers().permit())
        .put("minutes", d.papers().minutes())
        .put("method", d.papers().method())
        .put("council", new JsonArray(d.council()))
        .put("waste", waste)
        .put("bottles", labels(d.bottles()))
        .put("by", d.by().value())
        .put("second", d.second().value());
  }

  static JsonObject dose(Dose dose) {
    return new JsonObject()
        .put("dose", dose.id().value())
        .put("patient", dose.patient().value())
        .put("day", dose.day().toString())
        .put("station", dose.station().value());
  }

  static JsonObject incident(OutgoingReads.Incident incident) {
    JsonObject json = lookBack(incident.of());
    incident.closed().ifPresent(words -> json.put("closed", words));
    return json;
  }

  static JsonObject lookBack(LookBack l) {
    JsonObject json =
        new JsonObject()
            .put("incident", l.id())
            .put("day", l.day().toString())
            .put("why", l.why().name())
            .put("from", l.of().from().toString())
            .put("until", l.of().until().toString())
            .put("doses", new JsonArray(l.doses().stream().map(dose -> dose.value()).toList()))
            .put("by", l.by().value())
            .put("words", l.words());
    l.of().batch().ifPresent(batch -> json.put("batch", batch.value()));
    l.of().bottle().ifPresent(bottle -> json.put("bottle", bottle.value()));
    l.of().station().ifPresent(station -> json.put("station", station.value()));
    return json;
  }

  static JsonObject forecast(Forecasts.Line line) {
    Forecast f = line.forecast();
    return new JsonObject()
        .put("microgramsPerMillilitre", line.strength().microgramsPerMillilitre())
        .put("product", line.product().id().value())
        .put("usableMicrolitres", f.usable().microlitres())
        .put("usedMicrolitres", f.used().microlitres())
        .put("days", f.days())
        .put("lasts", f.lasts())
        .put("orderMicrolitres", f.order().microlitres())
        .put("orderContainers", f.order().microlitres() / line.product().container().microlitres())
        .put("explain", f.explain());
  }
}
