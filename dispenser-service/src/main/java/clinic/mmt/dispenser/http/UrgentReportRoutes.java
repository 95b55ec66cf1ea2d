package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.day.UrgentReports;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Urgent reports: which are owed, and what became of each. */
final class UrgentReportRoutes {

  private final Clinic clinic;
  private final UrgentReports reports;

  UrgentReportRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.reports = new UrgentReports(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "urgentReports", this::list,
        "endUrgentReport", this::end,
        "signUrgentReport", this::sign);
  }

  private void list(Call call) {
    Instant now = clinic.house().clock().instant();
    reports.list(call.session(), answer -> call.found(answer, listed -> json(listed, now)));
  }

  private void end(Call call) {
    clinic
        .signatures()
        .take(
            Optional.ofNullable(call.body().getString("second")),
            second ->
                reports.end(
                    call.session(),
                    second,
                    asked(call.body()),
                    answer -> call.answer(answer, UrgentReportRoutes::json)));
  }

  private void sign(Call call) {
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(call.body()),
            asked(call.body()).digest(),
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  /** With a number and a day it was sent; with neither, none is due. */
  private static UrgentReports.Asked asked(JsonObject b) {
    Optional<LocalDate> on = Optional.ofNullable(b.getString("sent")).map(LocalDate::parse);
    Optional<String> number = Optional.ofNullable(b.getString("number"));
    return new UrgentReports.Asked(
        b.getString("report"),
        on.isEmpty() && number.isEmpty()
            ? new UrgentReportEnd.How.NotDue()
            : new UrgentReportEnd.How.Sent(number.orElse(""), on.orElse(LocalDate.MIN)),
        b.getString("words", ""));
  }

  private static JsonObject json(UrgentReports.Listed listed, Instant now) {
    JsonObject json =
        new JsonObject()
            .put("report", listed.report().id())
            .put("day", listed.report().day().toString())
            .put("count", listed.report().count())
            .put("found", listed.report().found().toString())
            .put("due", listed.report().due().toString())
            .put("minutesLeft", Duration.between(now, listed.report().due()).toMinutes());
    listed.ended().ifPresent(end -> json.put("ended", json(end)));
    return json;
  }

  private static JsonObject json(UrgentReportEnd end) {
    JsonObject json =
        new JsonObject()
            .put("report", end.report())
            .put("day", end.day().toString())
            .put("by", end.by().value())
            .put("words", end.words());
    if (end.how() instanceof UrgentReportEnd.How.Sent sent) {
      json.put("number", sent.number()).put("sent", sent.on().toString());
    }
    return json;
  }
}
