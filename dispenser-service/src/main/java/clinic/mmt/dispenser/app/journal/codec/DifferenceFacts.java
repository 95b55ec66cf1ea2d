package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.day.Attribution;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.DifferenceExplanation;
import clinic.mmt.dispenser.domain.day.Differences;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.reconciliation.Finding;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;

/** Kinds {@code difference.found} and {@code difference.explained}. */
final class DifferenceFacts {

  static final String FOUND = "difference.found";
  static final String EXPLAINED = "difference.explained";

  private DifferenceFacts() {}

  static Encoded write(DifferenceAlarm a) {
    JsonText open =
        JsonText.object("alarm", a.id())
            .put("day", a.day().toString())
            .put("count", a.count())
            .beginList("found");
    for (Differences.Found f : a.found()) {
      open.beginObject()
          .put("at", f.at().kind().name())
          .put("of", f.at().of())
          .put("kind", f.finding().kind().name())
          .put("since", f.finding().since().toString())
          .put("microlitres", f.finding().amount().microlitres())
          .endObject();
    }
    return new Encoded(FOUND, 1, open.endList().end(), FactCodec.none());
  }

  static Fact found(Members open) {
    LocalDate day = open.day("day");
    return new StockDayFact.DifferenceFound(
        new DifferenceAlarm(
            open.text("alarm"),
            day,
            open.text("count"),
            open.objects("found").stream().map(from -> found(from, day)).toList()));
  }

  private static Differences.Found found(Members from, LocalDate day) {
    Differences.Found found =
        new Differences.Found(
            new Attribution(from.oneOf(Attribution.Kind.class, "at"), from.text("of")),
            new Finding(
                day,
                from.day("since"),
                from.oneOf(Finding.Kind.class, "kind"),
                new Volume(from.whole("microlitres"))));
    from.end();
    return found;
  }

  static Encoded write(DifferenceExplanation e) {
    JsonText open =
        JsonText.object("alarm", e.alarm())
            .put("day", e.day().toString())
            .put("by", e.by().value())
            .put("reason", e.reason().name());
    return new Encoded(EXPLAINED, 1, open.end(), JsonText.object("words", e.words()).end());
  }

  static Fact explained(Members open, Members secret) {
    return new StockDayFact.DifferenceExplained(
        new DifferenceExplanation(
            open.text("alarm"),
            open.day("day"),
            new StaffId(open.text("by")),
            open.oneOf(CountReason.class, "reason"),
            secret.text("words")));
  }
}
