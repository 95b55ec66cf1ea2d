package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/** Kind {@code day.frozen}: figures are public, who was not dosed and what is open is private. */
final class FrozenDayFacts {

  static final String FROZEN = "day.frozen";

  private FrozenDayFacts() {}

  static Encoded write(FrozenDay f) {
    JsonText open =
        JsonText.object("day", f.day().toString())
            .put("number", f.number())
            .put("by", f.by().value())
            .put("doses", f.doses())
            .put("people", f.people())
            .beginList("figures");
    f.figures().forEach(figures -> write(open, figures));
    open.endList().beginList("held");
    for (FrozenDay.Held held : f.held()) {
      open.beginObject()
          .put("batch", held.batch().value())
          .put("account", held.kind().name())
          .put("microlitres", held.volume().microlitres())
          .endObject();
    }
    open.endList();
    JsonText secret = JsonText.object("note", f.note());
    f.list().ifPresent(list -> write(open, secret, list));
    return new Encoded(FROZEN, 1, open.end(), secret.end());
  }

  private static void write(JsonText open, DayFigures f) {
    open.beginObject()
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
        .put("closing", f.closing().microlitres())
        .endObject();
  }

  private static void write(JsonText open, JsonText secret, CloseList list) {
    open.beginObject("list")
        .put("seal", list.seal())
        .put("storeTenths", list.storeTenths())
        .put("cupsOut", list.cupsOut())
        .put("watched", list.watched())
        .beginList("bottles");
    for (CloseList.Weight w : list.bottles()) {
      open.beginObject().put("bottle", w.bottle().value());
      w.gross().ifPresent(gross -> open.put("grossMicrograms", gross.micrograms()));
      open.endObject();
    }
    open.endList().beginList("waste");
    for (CloseList.Waste w : list.waste()) {
      open.beginObject()
          .put("station", w.station().value())
          .put("grossMicrograms", w.gross().micrograms())
          .endObject();
    }
    open.endList().endObject();
    secret.beginList("without");
    for (CloseList.Without w : list.without()) {
      secret.beginObject().put("patient", w.patient().value()).put("why", w.why().name());
      secret.endObject();
    }
    secret.endList().beginList("ending");
    for (CloseList.Ending e : list.ending()) {
      secret.beginObject().put("patient", e.patient().value());
      secret.put("lastDay", e.lastDay().toString()).endObject();
    }
    secret.endList().beginList("items");
    for (CloseList.Item item : list.items()) {
      secret
          .beginObject()
          .put("kind", item.kind().name())
          .put("of", item.of())
          .put("since", item.since().toString())
          .endObject();
    }
    secret.endList();
  }

  static Fact frozen(Members open, Members secret) {
    return new StockDayFact.DayFrozen(
        new FrozenDay(
            open.day("day"),
            Math.toIntExact(open.whole("number")),
            new StaffId(open.text("by")),
            Math.toIntExact(open.whole("doses")),
            Math.toIntExact(open.whole("people")),
            open.objects("figures").stream().map(FrozenDayFacts::figures).toList(),
            open.objects("held").stream().map(FrozenDayFacts::held).toList(),
            secret.text("note"),
            open.has("list") ? Optional.of(list(open.object("list"), secret)) : Optional.empty()));
  }

  private static DayFigures figures(Members from) {
    DayFigures figures =
        new DayFigures(
            new BatchId(from.text("batch")),
            new Volume(from.whole("opening")),
            new Volume(from.whole("received")),
            new Volume(from.whole("dispensed")),
            new Volume(from.whole("replaced")),
            new Volume(from.whole("waste")),
            new Volume(from.whole("sent")),
            new Volume(from.whole("destroyed")),
            new Volume(from.whole("loss")),
            new Volume(from.whole("surplus")),
            new Volume(from.whole("unexplained")),
            new Volume(from.whole("closing")));
    from.end();
    return figures;
  }

  private static FrozenDay.Held held(Members from) {
    FrozenDay.Held held =
        new FrozenDay.Held(
            new BatchId(from.text("batch")),
            from.oneOf(AccountKind.class, "account"),
            new Volume(from.whole("microlitres")));
    from.end();
    return held;
  }

  private static CloseList list(Members open, Members secret) {
    CloseList list =
        new CloseList(
            open.text("seal"),
            Math.toIntExact(open.whole("storeTenths")),
            open.objects("bottles").stream().map(FrozenDayFacts::weight).toList(),
            open.objects("waste").stream().map(FrozenDayFacts::waste).toList(),
            Math.toIntExact(open.whole("cupsOut")),
            Math.toIntExact(open.whole("watched")),
            secret.objects("without").stream().map(FrozenDayFacts::without).toList(),
            secret.objects("ending").stream().map(FrozenDayFacts::ending).toList(),
            secret.objects("items").stream().map(FrozenDayFacts::item).toList());
    open.end();
    return list;
  }

  private static CloseList.Weight weight(Members from) {
    CloseList.Weight weight =
        new CloseList.Weight(
            new BottleId(from.text("bottle")), StockDayFacts.mass(from, "grossMicrograms"));
    from.end();
    return weight;
  }

  private static CloseList.Waste waste(Members from) {
    CloseList.Waste waste =
        new CloseList.Waste(
            new StationId(from.text("station")), new Mass(from.whole("grossMicrograms")));
    from.end();
    return waste;
  }

  private static CloseList.Without without(Members from) {
    CloseList.Without without =
        new CloseList.Without(
            new PatientId(from.text("patient")), from.oneOf(CloseList.Why.class, "why"));
    from.end();
    return without;
  }

  private static CloseList.Ending ending(Members from) {
    CloseList.Ending ending =
        new CloseList.Ending(new PatientId(from.text("patient")), from.day("lastDay"));
    from.end();
    return ending;
  }

  private static CloseList.Item item(Members from) {
    CloseList.Item item =
        new CloseList.Item(
            from.oneOf(CloseList.Sort.class, "kind"), from.text("of"), from.day("since"));
    from.end();
    return item;
  }
}
