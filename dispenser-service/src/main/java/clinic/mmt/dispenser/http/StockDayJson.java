package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.day.HandOvers;
import clinic.mmt.dispenser.app.day.StockAdjustments;
import clinic.mmt.dispenser.app.day.StockCloses;
import clinic.mmt.dispenser.app.day.StockDayPages;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.reconciliation.Expected;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.stock.BottleId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** The day of the stock as JSON. */
final class StockDayJson {

  private StockDayJson() {}

  private static <T> JsonArray array(List<T> all, Function<T, JsonObject> one) {
    JsonArray array = new JsonArray();
    all.forEach(item -> array.add(one.apply(item)));
    return array;
  }

  static JsonObject day(StockDayPages.Today t) {
    JsonObject json =
        new JsonObject()
            .put("day", t.day().toString())
            .put("labelled", t.labelled())
            .put("custodies", array(t.custodies(), StockDayJson::custody))
            .put("counting", t.counting())
            .put("closes", t.closes())
            .put("opened", t.opened());
    t.check().ifPresent(check -> json.put("check", check(check)));
    t.scope().ifPresent(scope -> json.put("scope", scope(scope)));
    t.stored().ifPresent(stored -> json.put("stored", stored(stored)).put("booked", t.booked()));
    return json;
  }

  /** What last evening's seal was is not told: it is read off the cabinet. */
  static JsonObject check(OpeningCheck c) {
    return new JsonObject()
        .put("check", c.id())
        .put("day", c.day().toString())
        .put("fits", c.fits())
        .put("by", c.by().value())
        .put(
            "bottles",
            array(
                c.bottles(),
                w -> new JsonObject().put("bottle", w.bottle().value()).put("agrees", w.agrees())))
        .put(
            "stations",
            array(
                c.stations(),
                s ->
                    new JsonObject()
                        .put("station", s.station().value())
                        .put("passed", s.passed())));
  }

  static JsonObject handedOver(HandOvers.Done done) {
    JsonObject json = new JsonObject().put("custody", custody(done.begun()));
    done.ended().ifPresent(end -> json.put("ended", ended(end)));
    return json;
  }

  private static JsonObject custody(Custody c) {
    return new JsonObject()
        .put("custody", c.id())
        .put("station", c.station().value())
        .put("keeper", c.keeper().value())
        .put("from", c.from().toString());
  }

  private static JsonObject ended(CustodyEnd end) {
    JsonObject json = custody(end.custody()).put("to", end.to().toString());
    end.measured()
        .ifPresent(
            m -> {
              json.put("bottle", m.bottle().value()).put("measured", m.counted().isPresent());
              m.counted()
                  .ifPresent(
                      is ->
                          json.put("differenceMicrolitres", m.difference().microlitres())
                              .put("beyond", !Expected.of(m.exposure()).explains(m.difference()))
                              .put("exposure", exposure(m.exposure())));
            });
    return json;
  }

  /** What is to be counted; never what the book says. */
  static JsonObject scope(CountScope s) {
    return new JsonObject()
        .put("count", s.id())
        .put("attempt", s.attempt())
        .put("day", s.day().toString())
        .put(
            "places",
            array(
                s.places(),
                b -> {
                  JsonObject json = place(b.place());
                  b.station().ifPresent(at -> json.put("station", at.value()));
                  return json.put("byVolume", b.byVolume());
                }));
  }

  private static JsonObject place(CountPlace p) {
    return new JsonObject()
        .put("kind", p.kind().name())
        .put("of", p.of())
        .put("batch", p.batch().value());
  }

  static JsonObject stored(CountStored s) {
    return new JsonObject()
        .put("count", s.id())
        .put("attempt", s.attempt())
        .put("day", s.day().toString())
        .put("lines", array(s.lines(), StockDayJson::line));
  }

  private static JsonObject line(CountLine line) {
    Expected expected = line.expected();
    JsonObject json =
        place(line.place())
            .put("bookMicrolitres", line.book().microlitres())
            .put("differenceMicrolitres", line.difference().microlitres())
            .put("expectedMicrolitres", expected.mean().microlitres())
            .put("limitMicrolitres", expected.limit().microlitres())
            .put("beyond", line.beyond())
            .put("exposure", exposure(line.exposure()))
            .put("missing", labels(line.missing()))
            .put("extra", labels(line.extra()));
    line.station().ifPresent(at -> json.put("station", at.value()));
    line.custody().ifPresent(period -> json.put("custody", period));
    line.gross().ifPresent(gross -> json.put("grossMicrograms", gross.micrograms()));
    line.counted().ifPresent(is -> json.put("countedMicrolitres", is.microlitres()));
    return json;
  }

  private static JsonArray labels(List<BottleId> labels) {
    return new JsonArray(labels.stream().map(BottleId::value).toList());
  }

  private static JsonObject exposure(Exposure e) {
    return new JsonObject()
        .put("doses", e.doses())
        .put("weighedMicrolitres", e.weighed().microlitres())
        .put("pumpedMicrolitres", e.pumped().microlitres())
        .put("unweighedMicrolitres", e.unweighed().microlitres())
        .put("bottleDays", e.bottleDays())
        .put("weighings", e.weighings());
  }

  static JsonObject booked(CountPosted posted) {
    return new JsonObject()
        .put("count", posted.id())
        .put("day", posted.day().toString())
        .put("by", posted.by().value());
  }

  static JsonObject result(CountResult r) {
    JsonObject json =
        place(r.place())
            .put("day", r.day().toString())
            .put("count", r.of())
            .put("handOver", r.handOver())
            .put("differenceMicrolitres", r.difference().microlitres())
            .put("exposure", exposure(r.exposure()));
    r.station().ifPresent(at -> json.put("station", at.value()));
    r.custody().ifPresent(period -> json.put("custody", period));
    return json;
  }

  static JsonObject frozen(FrozenDay f) {
    return new JsonObject()
        .put("day", f.day().toString())
        .put("number", f.number())
        .put("by", f.by().value())
        .put("doses", f.doses())
        .put("people", f.people())
        .put("figures", array(f.figures(), StockDayJson::figures));
  }

  private static JsonObject figures(DayFigures f) {
    return new JsonObject()
        .put("batch", f.batch().value())
        .put("opening", f.opening().microlitres())
        .put("received", f.received().microlitres())
        .put("dispensed", f.dispensed().microlitres())
        .put("replaced", f.replaced().microlitres())
        .put("waste", f.waste().microlitres())
        .put("sent", f.sent().microlitres())
        .put("destroyed", f.destroyed().microlitres())
        .put("loss", f.loss().microlitres())
        .put("surplus", f.surplus().microlitres())
        .put("unexplained", f.unexplained().microlitres())
        .put("closing", f.closing().microlitres());
  }

  static JsonObject page(StockCloses.Page page) {
    return new JsonObject()
        .put(
            "closes",
            array(
                page.closes(),
                f -> {
                  JsonObject json = frozen(f).put("note", f.note());
                  f.list().ifPresent(list -> json.put("list", list(list, page.today())));
                  return json;
                }))
        .put("adjustments", array(page.adjustments(), StockDayJson::adjustment));
  }

  private static JsonObject list(CloseList list, LocalDate today) {
    return new JsonObject()
        .put("seal", list.seal())
        .put("storeTenths", list.storeTenths())
        .put("cupsOut", list.cupsOut())
        .put("watched", list.watched())
        .put(
            "waste",
            array(
                list.waste(),
                w ->
                    new JsonObject()
                        .put("station", w.station().value())
                        .put("grossMicrograms", w.gross().micrograms())))
        .put(
            "without",
            array(
                list.without(),
                w ->
                    new JsonObject()
                        .put("patient", w.patient().value())
                        .put("why", w.why().name())))
        .put(
            "ending",
            array(
                list.ending(),
                e ->
                    new JsonObject()
                        .put("patient", e.patient().value())
                        .put("lastDay", e.lastDay().toString())))
        .put(
            "items",
            array(
                list.items(),
                i ->
                    new JsonObject()
                        .put("kind", i.kind().name())
                        .put("of", i.of())
                        .put("since", i.since().toString())
                        .put("days", ChronoUnit.DAYS.between(i.since(), today))));
  }

  static JsonObject corrections(StockAdjustments.Page page) {
    return new JsonObject()
        .put("booked", array(page.booked(), StockDayJson::booked))
        .put(
            "open",
            array(
                page.open(),
                o -> place(o.place()).put("missingMicrolitres", o.volume().microlitres())))
        .put("made", array(page.made(), a -> adjustment(a).put("words", a.words())));
  }

  private static JsonObject booked(StockAdjustments.Booked b) {
    JsonObject json =
        place(b.result().place())
            .put("day", b.result().day().toString())
            .put("count", b.result().of())
            .put("differenceMicrolitres", b.result().difference().microlitres());
    b.reason().ifPresent(reason -> json.put("reason", reason.name()));
    return json;
  }

  static JsonObject adjustment(StockAdjustment a) {
    return place(a.place())
        .put("adjustment", a.id())
        .put("act", a.kind().name())
        .put("count", a.count())
        .put("ofDay", a.of().toString())
        .put("day", a.day().toString())
        .put("differenceMicrolitres", a.volume().microlitres())
        .put("reason", a.reason().name())
        .put("by", a.by().value());
  }
}
