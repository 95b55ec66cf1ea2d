package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.report.DispensingLog;
import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.sheet.Sheet;
import clinic.mmt.dispenser.sheet.SheetExcel;
import clinic.mmt.dispenser.sheet.SheetPdf;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sheets as PDF and Excel, in Vietnamese and English. */
final class ReportRoutes {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final List<String> LONG =
      List.of(
          "month",
          "quarter",
          "half-year",
          "year",
          "month-15",
          "quarter-15",
          "half-year-15",
          "year-15");

  private final Vertx vertx;
  private final Clinic clinic;
  private final Reports reports;

  ReportRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.reports = new Reports(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of("sheets", ReportRoutes::list, "sheet", this::sheet);
  }

  /** What there is, for a page that offers it. */
  private static void list(Call call) {
    JsonArray found = new JsonArray();
    found.add(one("day-sheet", "Phiếu ngày", "Day sheet", List.of("day")));
    found.add(one("dispensing-log", "Sổ cấp phát trong ngày", "Dispensing log", List.of("day")));
    found.add(one("stock-report", "Báo cáo sử dụng, tồn kho", "Stock report", LONG));
    found.add(one("stock-card", "Thẻ kho", "Stock card", LONG));
    call.ok(new JsonObject().put("found", found));
  }

  private static JsonObject one(String sheet, String vi, String en, List<String> periods) {
    return new JsonObject()
        .put("sheet", sheet)
        .put("vietnamese", vi)
        .put("english", en)
        .put("periods", new JsonArray(periods))
        .put("forms", new JsonArray(List.of("pdf", "xlsx")));
  }

  private void sheet(Call call) {
    LocalDate day = LocalDate.parse(call.path("day"));
    Period period = Period.named(call.path("period"), day);
    SheetText text = SheetText.of(call.path("language"));
    Fact.JournalOpened opened =
        clinic.house().journal().look(reads -> reads.opened().orElseThrow());
    StockSheets stock = new StockSheets(text, opened.clinic());
    switch (call.path("sheet")) {
      case "stock-report" ->
          reports.stock(call.session(), period, answer -> send(call, answer, stock::report));
      case "stock-card" ->
          reports.stock(call.session(), period, answer -> send(call, answer, stock::card));
      case "day-sheet" ->
          reports.day(call.session(), day, answer -> send(call, answer, stock::day));
      default -> log(call, day, text, opened);
    }
  }

  private void log(Call call, LocalDate day, SheetText text, Fact.JournalOpened opened) {
    reports.log(
        call.session(),
        day,
        answer -> {
          if (answer instanceof Answered.Yes<DispensingLog>(DispensingLog log)) {
            PeopleNames.of(
                clinic.house().people(),
                log.lines().stream().map(line -> line.state().dose()).map(Dose::patient).toList(),
                people ->
                    send(
                        call,
                        answer,
                        of ->
                            new LogSheet(text, people, ZoneId.of(opened.zone()))
                                .of(of, opened.clinic())));
          } else {
            call.answer(answer, log -> new JsonObject());
          }
        });
  }

  private <T> void send(Call call, Answered<T> answer, Function<T, Sheet> sheet) {
    if (answer instanceof Answered.Yes<T>(T value)) {
      boolean pdf = call.path("form").equals("pdf");
      call.beside(
          vertx,
          () -> {
            Sheet made = sheet.apply(value);
            call.bytes(
                pdf ? "application/pdf" : XLSX, pdf ? SheetPdf.of(made) : SheetExcel.of(made));
          });
    } else {
      call.answer(answer, value -> new JsonObject());
    }
  }
}
