package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.staff.StaffId;

/** Kinds {@code report.owed} and {@code report.ended}. */
final class UrgentReportFacts {

  static final String OWED = "report.owed";
  static final String ENDED = "report.ended";

  private UrgentReportFacts() {}

  static Encoded write(UrgentReport r) {
    JsonText open =
        JsonText.object("report", r.id())
            .put("day", r.day().toString())
            .put("count", r.count())
            .put("found", r.found().toString())
            .put("due", r.due().toString());
    return new Encoded(OWED, 1, open.end(), FactCodec.none());
  }

  static Fact owed(Members open) {
    return new StockDayFact.ReportOwed(
        new UrgentReport(
            open.text("report"),
            open.day("day"),
            open.text("count"),
            open.instant("found"),
            open.instant("due")));
  }

  /** With a number and a day it was sent; without them none is due. */
  static Encoded write(UrgentReportEnd e) {
    JsonText open =
        JsonText.object("report", e.report())
            .put("day", e.day().toString())
            .put("by", e.by().value());
    if (e.how() instanceof UrgentReportEnd.How.Sent sent) {
      open.put("number", sent.number()).put("sent", sent.on().toString());
    }
    return new Encoded(ENDED, 1, open.end(), JsonText.object("words", e.words()).end());
  }

  static Fact ended(Members open, Members secret) {
    return new StockDayFact.ReportEnded(
        new UrgentReportEnd(
            open.text("report"),
            open.day("day"),
            new StaffId(open.text("by")),
            open.has("number")
                ? new UrgentReportEnd.How.Sent(open.text("number"), open.day("sent"))
                : new UrgentReportEnd.How.NotDue(),
            secret.text("words")));
  }
}
