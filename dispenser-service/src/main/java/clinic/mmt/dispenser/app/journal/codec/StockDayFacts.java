package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;

/**
 * Kinds {@code stock.checked}, {@code custody.began}, {@code custody.ended} and {@code
 * stock.adjusted}.
 */
final class StockDayFacts {

  static final String CHECKED = "stock.checked";
  static final String BEGAN = "custody.began";
  static final String ENDED = "custody.ended";
  static final String ADJUSTED = "stock.adjusted";

  private StockDayFacts() {}

  static Encoded write(StockDayFact fact) {
    return switch (fact) {
      case StockDayFact.StockChecked(OpeningCheck check) -> write(check);
      case StockDayFact.CustodyBegan began -> write(began);
      case StockDayFact.CustodyEnded(CustodyEnd end) -> write(end);
      case StockDayFact.CountBegan began -> StockCountFacts.write(began.scope());
      case StockDayFact.CountsStored stored -> StockCountFacts.write(stored.stored());
      case StockDayFact.CountBooked booked -> StockCountFacts.write(booked);
      case StockDayFact.StockAdjusted adjusted -> write(adjusted);
      case StockDayFact.DifferenceFound found -> DifferenceFacts.write(found.alarm());
      case StockDayFact.DifferenceExplained told -> DifferenceFacts.write(told.explanation());
      case StockDayFact.ReportOwed owed -> UrgentReportFacts.write(owed.report());
      case StockDayFact.ReportEnded ended -> UrgentReportFacts.write(ended.end());
      case StockDayFact.DayFrozen frozen -> FrozenDayFacts.write(frozen.frozen());
    };
  }

  static Optional<Volume> volume(Members open, String name) {
    return open.has(name) ? Optional.of(new Volume(open.whole(name))) : Optional.empty();
  }

  static Optional<Mass> mass(Members open, String name) {
    return open.has(name) ? Optional.of(new Mass(open.whole(name))) : Optional.empty();
  }

  private static Encoded write(OpeningCheck c) {
    JsonText open =
        JsonText.object("check", c.id())
            .put("day", c.day().toString())
            .put("seal", c.seal().name());
    c.number().ifPresent(number -> open.put("number", number));
    open.beginList("bottles");
    for (OpeningCheck.Weighed w : c.bottles()) {
      open.beginObject()
          .put("bottle", w.bottle().value())
          .put("grossMicrograms", w.gross().micrograms());
      w.evening().ifPresent(evening -> open.put("eveningMicrograms", evening.micrograms()));
      open.put("agrees", w.agrees()).endObject();
    }
    open.endList().beginList("stations");
    for (OpeningCheck.Station s : c.stations()) {
      open.beginObject()
          .put("station", s.station().value())
          .put("pump", s.pump())
          .put("scale", s.scale())
          .put("nominalMicrograms", s.nominal().micrograms())
          .put("readMicrograms", s.read().micrograms())
          .put("passed", s.passed())
          .endObject();
    }
    open.endList().put("fits", c.fits()).put("by", c.by().value());
    return new Encoded(CHECKED, 1, open.end(), FactCodec.none());
  }

  static Fact checked(Members open) {
    return new StockDayFact.StockChecked(
        new OpeningCheck(
            open.text("check"),
            open.day("day"),
            open.oneOf(SealState.class, "seal"),
            open.maybeText("number"),
            open.objects("bottles").stream().map(StockDayFacts::weighed).toList(),
            open.objects("stations").stream().map(StockDayFacts::station).toList(),
            open.flag("fits"),
            new StaffId(open.text("by"))));
  }

  private static OpeningCheck.Weighed weighed(Members from) {
    OpeningCheck.Weighed weighed =
        new OpeningCheck.Weighed(
            new BottleId(from.text("bottle")),
            new Mass(from.whole("grossMicrograms")),
            mass(from, "eveningMicrograms"),
            from.flag("agrees"));
    from.end();
    return weighed;
  }

  private static OpeningCheck.Station station(Members from) {
    OpeningCheck.Station station =
        new OpeningCheck.Station(
            new StationId(from.text("station")),
            from.text("pump"),
            from.text("scale"),
            new Mass(from.whole("nominalMicrograms")),
            new Mass(from.whole("readMicrograms")),
            from.flag("passed"));
    from.end();
    return station;
  }

  private static Encoded write(StockDayFact.CustodyBegan fact) {
    JsonText open = JsonText.object("day", fact.day().toString());
    write(open, fact.custody());
    return new Encoded(BEGAN, 1, open.end(), FactCodec.none());
  }

  private static void write(JsonText open, Custody c) {
    open.put("custody", c.id())
        .put("station", c.station().value())
        .put("keeper", c.keeper().value())
        .put("from", c.from().toString());
    c.bottle().ifPresent(bottle -> open.put("bottle", bottle.value()));
    open.put("offMicrolitres", c.off().microlitres());
  }

  static Fact began(Members open) {
    return new StockDayFact.CustodyBegan(open.day("day"), custody(open));
  }

  private static Custody custody(Members open) {
    return new Custody(
        open.text("custody"),
        new StationId(open.text("station")),
        new StaffId(open.text("keeper")),
        open.instant("from"),
        open.maybeText("bottle").map(BottleId::new),
        new Volume(open.whole("offMicrolitres")));
  }

  private static Encoded write(CustodyEnd end) {
    JsonText open = JsonText.object("day", end.day().toString());
    write(open, end.custody());
    open.put("to", end.to().toString()).put("how", end.how().name());
    end.measured().ifPresent(m -> write(open, m));
    return new Encoded(ENDED, 1, open.end(), FactCodec.none());
  }

  private static void write(JsonText open, CustodyEnd.Measured m) {
    open.beginObject("measured").put("bottle", m.bottle().value()).put("batch", m.batch().value());
    m.gross().ifPresent(gross -> open.put("grossMicrograms", gross.micrograms()));
    m.counted().ifPresent(is -> open.put("countedMicrolitres", is.microlitres()));
    open.put("bookMicrolitres", m.book().microlitres())
        .put("differenceMicrolitres", m.difference().microlitres());
    StockCountFacts.write(open, m.exposure());
    open.endObject();
  }

  static Fact ended(Members open) {
    return new StockDayFact.CustodyEnded(
        new CustodyEnd(
            custody(open),
            open.instant("to"),
            open.day("day"),
            open.oneOf(CustodyEnd.How.class, "how"),
            open.has("measured")
                ? Optional.of(measured(open.object("measured")))
                : Optional.empty()));
  }

  private static CustodyEnd.Measured measured(Members from) {
    CustodyEnd.Measured measured =
        new CustodyEnd.Measured(
            new BottleId(from.text("bottle")),
            new BatchId(from.text("batch")),
            mass(from, "grossMicrograms"),
            volume(from, "countedMicrolitres"),
            new Volume(from.whole("bookMicrolitres")),
            new Volume(from.whole("differenceMicrolitres")),
            StockCountFacts.exposure(from.object("exposure")));
    from.end();
    return measured;
  }

  private static Encoded write(StockDayFact.StockAdjusted fact) {
    StockAdjustment a = fact.adjustment();
    JsonText open =
        JsonText.object("adjustment", a.id())
            .put("kind", a.kind().name())
            .put("count", a.count())
            .put("of", a.of().toString());
    StockCountFacts.write(open, a.place());
    open.put("microlitres", a.volume().microlitres())
        .put("day", a.day().toString())
        .put("by", a.by().value())
        .put("reason", a.reason().name());
    Postings.write(open, fact.postings());
    return new Encoded(ADJUSTED, 1, open.end(), JsonText.object("words", a.words()).end());
  }

  static Fact adjusted(Members open, Members secret) {
    StockAdjustment adjustment =
        new StockAdjustment(
            open.text("adjustment"),
            open.oneOf(StockAdjustment.Kind.class, "kind"),
            open.text("count"),
            open.day("of"),
            StockCountFacts.place(open.object("place")),
            new Volume(open.whole("microlitres")),
            open.day("day"),
            new StaffId(open.text("by")),
            open.oneOf(CountReason.class, "reason"),
            secret.text("words"));
    return new StockDayFact.StockAdjusted(adjustment, List.copyOf(Postings.read(open)));
  }
}
