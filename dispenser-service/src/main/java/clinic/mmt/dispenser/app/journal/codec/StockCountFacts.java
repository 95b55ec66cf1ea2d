package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;

/** Kinds {@code count.began}, {@code count.stored} and {@code count.booked}. */
final class StockCountFacts {

  static final String BEGAN = "count.began";
  static final String STORED = "count.stored";
  static final String BOOKED = "count.booked";

  private StockCountFacts() {}

  static void write(JsonText open, CountPlace place) {
    open.beginObject("place")
        .put("kind", place.kind().name())
        .put("of", place.of())
        .put("batch", place.batch().value())
        .endObject();
  }

  static CountPlace place(Members from) {
    CountPlace place =
        new CountPlace(
            from.oneOf(CountPlace.Kind.class, "kind"),
            from.text("of"),
            new BatchId(from.text("batch")));
    from.end();
    return place;
  }

  static void write(JsonText open, Exposure e) {
    open.beginObject("exposure")
        .put("doses", e.doses())
        .put("weighedMicrolitres", e.weighed().microlitres())
        .put("pumpedMicrolitres", e.pumped().microlitres())
        .put("unweighedMicrolitres", e.unweighed().microlitres())
        .put("bottleDays", e.bottleDays())
        .put("weighings", e.weighings())
        .endObject();
  }

  static Exposure exposure(Members from) {
    Exposure exposure =
        new Exposure(
            from.whole("doses"),
            new Volume(from.whole("weighedMicrolitres")),
            new Volume(from.whole("pumpedMicrolitres")),
            new Volume(from.whole("unweighedMicrolitres")),
            from.whole("bottleDays"),
            from.whole("weighings"));
    from.end();
    return exposure;
  }

  static Encoded write(CountScope scope) {
    JsonText open =
        JsonText.object("count", scope.id())
            .put("attempt", scope.attempt())
            .put("day", scope.day().toString())
            .put("by", scope.by().value())
            .beginList("places");
    for (CountScope.Booked b : scope.places()) {
      open.beginObject();
      write(open, b.place());
      open.put("microlitres", b.volume().microlitres());
      b.station().ifPresent(at -> open.put("station", at.value()));
      open.put("byVolume", b.byVolume()).endObject();
    }
    return new Encoded(BEGAN, 1, open.endList().end(), FactCodec.none());
  }

  static Fact began(Members open) {
    return new StockDayFact.CountBegan(
        new CountScope(
            open.text("count"),
            Math.toIntExact(open.whole("attempt")),
            open.day("day"),
            new StaffId(open.text("by")),
            open.objects("places").stream().map(StockCountFacts::booked).toList()));
  }

  private static CountScope.Booked booked(Members from) {
    CountScope.Booked booked =
        new CountScope.Booked(
            place(from.object("place")),
            new Volume(from.whole("microlitres")),
            from.maybeText("station").map(StationId::new),
            from.flag("byVolume"));
    from.end();
    return booked;
  }

  static Encoded write(CountStored stored) {
    JsonText open =
        JsonText.object("count", stored.id())
            .put("attempt", stored.attempt())
            .put("day", stored.day().toString())
            .put("at", stored.at().toString())
            .put("by", stored.by().value())
            .beginList("lines");
    stored.lines().forEach(line -> write(open, line));
    return new Encoded(STORED, 1, open.endList().end(), FactCodec.none());
  }

  private static void write(JsonText open, CountLine line) {
    open.beginObject();
    write(open, line.place());
    line.station().ifPresent(at -> open.put("station", at.value()));
    line.custody().ifPresent(period -> open.put("custody", period));
    line.gross().ifPresent(gross -> open.put("grossMicrograms", gross.micrograms()));
    line.counted().ifPresent(is -> open.put("countedMicrolitres", is.microlitres()));
    open.put("bookMicrolitres", line.book().microlitres());
    write(open, line.exposure());
    open.beginList("missing");
    line.missing().forEach(label -> open.add(label.value()));
    open.endList().beginList("extra");
    line.extra().forEach(label -> open.add(label.value()));
    open.endList().endObject();
  }

  static Fact stored(Members open) {
    return new StockDayFact.CountsStored(
        new CountStored(
            open.text("count"),
            Math.toIntExact(open.whole("attempt")),
            open.day("day"),
            open.instant("at"),
            new StaffId(open.text("by")),
            open.objects("lines").stream().map(StockCountFacts::line).toList()));
  }

  private static CountLine line(Members from) {
    CountLine line =
        new CountLine(
            place(from.object("place")),
            from.maybeText("station").map(StationId::new),
            from.maybeText("custody"),
            StockDayFacts.mass(from, "grossMicrograms"),
            StockDayFacts.volume(from, "countedMicrolitres"),
            new Volume(from.whole("bookMicrolitres")),
            exposure(from.object("exposure")),
            from.texts("missing").stream().map(BottleId::new).toList(),
            from.texts("extra").stream().map(BottleId::new).toList());
    from.end();
    return line;
  }

  static Encoded write(StockDayFact.CountBooked fact) {
    CountPosted posted = fact.posted();
    JsonText open =
        JsonText.object("count", posted.id())
            .put("day", posted.day().toString())
            .put("by", posted.by().value())
            .beginList("reasons");
    JsonText secret = JsonText.object().beginList("words");
    for (CountPosted.Said said : posted.reasons()) {
      open.beginObject();
      write(open, said.place());
      open.put("reason", said.reason().name()).endObject();
      secret.add(said.words());
    }
    open.endList();
    Postings.write(open, fact.postings());
    return new Encoded(BOOKED, 1, open.end(), secret.endList().end());
  }

  static Fact booked(Members open, Members secret) {
    List<String> words = secret.texts("words");
    List<CountPosted.Said> reasons = new ArrayList<>();
    for (Members from : open.objects("reasons")) {
      if (reasons.size() == words.size()) {
        throw new MalformedBody("a reason without words");
      }
      reasons.add(
          new CountPosted.Said(
              place(from.object("place")),
              from.oneOf(CountReason.class, "reason"),
              words.get(reasons.size())));
      from.end();
    }
    if (reasons.size() != words.size()) {
      throw new MalformedBody("words without a reason");
    }
    return new StockDayFact.CountBooked(
        new CountPosted(open.text("count"), open.day("day"), new StaffId(open.text("by")), reasons),
        Postings.read(open));
  }
}
