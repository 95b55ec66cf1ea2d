package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.report.DispensingLog;
import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.domain.report.ReportDue;
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
    return Map.of("sheets", this::list, "sheet", this::sheet, "inspectorsPack", this::pack);
  }

  /** What there is, for a page that offers it, and what is owed to whom. */
  private void list(Call call) {
    JsonArray found = new JsonArray();
    found.add(one("day-sheet", "Phiếu ngày", "Day sheet", List.of("day")));
    found.add(one("dispensing-log", "Sổ cấp phát trong ngày", "Dispensing log", List.of("day")));
    found.add(one("urgent-report", "Báo cáo khẩn (nháp)", "Urgent report (draft)", List.of("day")));
    found.add(one("stock-report", "Báo cáo sử dụng, tồn kho", "Stock report", LONG));
    found.add(one("stock-card", "Thẻ kho", "Stock card", LONG));
    LocalDate today = clinic.house().calendar().today();
    JsonArray due = new JsonArray();
    clinic.reports().forEach(report -> due.add(due(report, report.ended(today))));
    call.ok(new JsonObject().put("found", found).put("due", due));
  }

  private static JsonObject due(ReportDue report, Period period) {
    return new JsonObject()
        .put("sheet", report.sheet())
        .put("period", report.period())
        .put("title", period.title())
        .put("from", period.from().toString())
        .put("until", period.until().toString())
        .put("to", report.to())
        .put("due", report.due(period).toString())
        .put("signatories", new JsonArray(report.signatories()))
        .put("source", report.source());
  }

  private static JsonObject one(String sheet, String vi, String en, List<String> periods) {
    return new JsonObject()
        .put("sheet", sheet)
        .put("vietnamese", vi)
        .put("english", en)
        .put("periods", new JsonArray(periods))
        .put("forms", new JsonArray(List.of("pdf", "xlsx")));
  }

  private Fact.JournalOpened opened() {
    return clinic.house().journal().look(reads -> reads.opened().orElseThrow());
  }

  private void sheet(Call call) {
    call.beside(vertx, () -> made(call));
  }

  private void made(Call call) {
    LocalDate day = LocalDate.parse(call.path("day"));
    Period period = Period.named(call.path("period"), day);
    SheetText text = SheetText.of(call.path("language"));
    Fact.JournalOpened opened = opened();
    StockSheets stock = new StockSheets(text, opened.clinic());
    switch (call.path("sheet")) {
      case "stock-report" ->
          send(
              call,
              reports.stock(call.session(), period),
              report -> stock.report(report, signatories(call)));
      case "stock-card" -> send(call, reports.stock(call.session(), period), stock::card);
      case "urgent-report" ->
          send(
              call,
              reports.urgent(call.session(), day),
              new UrgentReportSheet(text, opened.clinic(), ZoneId.of(opened.zone()))::of);
      case "day-sheet" -> send(call, reports.day(call.session(), day), stock::day);
      default -> log(call, day, text);
    }
  }

  /** As the plan of reports names them; empty where there is no plan for this period. */
  private List<String> signatories(Call call) {
    return clinic.reports().stream()
        .filter(report -> report.sheet().equals(call.path("sheet")))
        .filter(report -> report.period().equals(call.path("period")))
        .map(ReportDue::signatories)
        .findFirst()
        .orElse(List.of());
  }

  private void log(Call call, LocalDate day, SheetText text) {
    Answered<DispensingLog> answer = reports.log(call.session(), day);
    if (answer instanceof Answered.Yes<DispensingLog>(DispensingLog log)) {
      Fact.JournalOpened opened = opened();
      PeopleNames.of(
          clinic.house().people(),
          log.patients(),
          people ->
              call.beside(
                  vertx,
                  () ->
                      send(
                          call,
                          answer,
                          of ->
                              new LogSheet(text, people, ZoneId.of(opened.zone()))
                                  .of(of, opened.clinic()))));
    } else {
      call.answer(answer, log -> new JsonObject());
    }
  }

  private static <T> void send(Call call, Answered<T> answer, Function<T, Sheet> sheet) {
    if (answer instanceof Answered.Yes<T>(T value)) {
      Sheet made = sheet.apply(value);
      boolean pdf = call.path("form").equals("pdf");
      call.bytes(pdf ? "application/pdf" : XLSX, pdf ? SheetPdf.of(made) : SheetExcel.of(made));
    } else {
      call.answer(answer, value -> new JsonObject());
    }
  }

  private void pack(Call call) {
    call.beside(vertx, () -> packed(call));
  }

  private void packed(Call call) {
    Period period = Period.named(call.path("period"), LocalDate.parse(call.path("day")));
    Answered<Reports.Papers> answer = reports.papers(call.session(), period);
    if (answer instanceof Answered.Yes<Reports.Papers>(Reports.Papers papers)) {
      PeopleNames.of(
          clinic.house().people(),
          papers.logs().stream().flatMap(log -> log.patients().stream()).toList(),
          people ->
              clinic
                  .house()
                  .people()
                  .staff(
                      accounts ->
                          call.beside(vertx, () -> zipped(call, papers, people, accounts))));
    } else {
      call.answer(answer, value -> new JsonObject());
    }
  }

  private void zipped(
      Call call,
      Reports.Papers papers,
      Map<PatientId, Person> people,
      List<StaffAccount> accounts) {
    SheetText text = SheetText.of(call.path("language"));
    Fact.JournalOpened opened = opened();
    Answered<List<Reports.Employed>> staff =
        reports.staff(call.session(), accounts.stream().map(StaffAccount::staff).toList());
    if (staff instanceof Answered.Yes<List<Reports.Employed>>(var employed)) {
      Sheet sheet = new StaffSheet(text, opened.clinic()).of(accounts, employed);
      call.bytes(
          "application/zip",
          new InspectorsPack(text, opened, clinic.sites()).zip(papers, people, sheet));
    } else {
      call.answer(staff, value -> new JsonObject());
    }
  }
}
