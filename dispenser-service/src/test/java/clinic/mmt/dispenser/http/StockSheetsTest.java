package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.app.report.StockReport;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.domain.report.StockFigures;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.sheet.Sheet;
import clinic.mmt.dispenser.sheet.SheetPdf;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What stands on the sheets of the stock, in both languages. */
class StockSheetsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final StaffId STAFF = new StaffId("S-02");
  private static final Product PRODUCT =
      new Product(
          new ProductId("MTD-10-1000"),
          "Methadon thử",
          Concentration.ofMilligramsPerMillilitre(10),
          Volume.ofMillilitres(1000),
          Mass.ofGrams(92),
          "cam trong",
          Optional.empty());
  private static final DayFigures FIGURES =
      new DayFigures(
          new BatchId("L2601"),
          ml(20_000),
          ml(5_000),
          ml(1_700),
          ml(12),
          ml(30),
          ml(0),
          ml(0),
          new Volume(1_234),
          new Volume(456),
          ml(0),
          new Volume(23_257_222));

  private static Volume ml(long millilitres) {
    return Volume.ofMillilitres(millilitres);
  }

  static StockReport report(List<LocalDate> open) {
    StockFigures figures = StockFigures.of(FIGURES);
    StockAdjustment adjustment =
        new StockAdjustment(
            "a-1",
            StockAdjustment.Kind.REVERSED,
            "c-1",
            DAY,
            new CountPlace(CountPlace.Kind.BOTTLE, "B-000014", new BatchId("L2601")),
            new Volume(-1_234),
            DAY.plusDays(4),
            STAFF,
            CountReason.MEASURED_WRONG,
            "đọc nhầm");
    return new StockReport(
        Period.named("quarter-15", DAY),
        open,
        List.of(new StockReport.Line(PRODUCT, figures)),
        List.of(new StockReport.DayLine(DAY, PRODUCT, figures, 2)),
        List.of(adjustment),
        198);
  }

  private static String text(Sheet sheet, String name) throws IOException {
    byte[] pdf = SheetPdf.of(sheet);
    Path folder = Path.of("target/sheets");
    Files.createDirectories(folder);
    Files.write(folder.resolve(name + ".pdf"), pdf);
    return new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1).replaceAll("\\s+", " ");
  }

  private static void holds(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), part + " in " + text);
    }
  }

  private static StockSheets sheets(String language) {
    return new StockSheets(SheetText.of(language), "mmt-thu");
  }

  @Test
  void theStockReportHasTwelveColumnsAndLossBesideSurplus() throws IOException {
    Sheet sheet = sheets("vi").report(report(List.of()), List.of());
    assertEquals(12, sheet.tables().getFirst().columns().size());
    holds(
        text(sheet, "stock-report-vi"),
        "2026-Q1: từ 15/12/2025 đến 14/03/2026",
        "Methadon thử, 10 mg/mL",
        "20.000,000",
        "25.000,000",
        "1.742,000",
        "1,234",
        "0,456",
        "23.257,222",
        "198",
        "không đổi nữa",
        "Điều chỉnh sau, ngày 06/03/2026, của ngày 02/03/2026: B-000014, -1,234 mL, hủy bút toán",
        "Người đứng đầu cơ sở");
    holds(
        text(sheets("en").report(report(List.of(DAY)), List.of("A signs")), "stock-report-en"),
        "from 2025-12-15 to 2026-03-14",
        "1,742.000",
        "NOT FINAL, days not closed: 2026-03-02",
        "-1.234 mL, reversed",
        "A signs");
  }

  @Test
  void theStockCardTellsEachDayAndThatItWasSupplemented() throws IOException {
    holds(
        text(sheets("vi").card(report(List.of())), "stock-card-vi"),
        "Thẻ kho",
        "02/03/2026 (có bổ sung)",
        "1.712,000",
        "23.257,222");
  }

  @Test
  void theDaySheetCountsPeopleAndNamesNobody() throws IOException {
    CloseList list =
        new CloseList(
            "N-0815",
            285,
            List.of(),
            List.of(),
            0,
            0,
            List.of(
                new CloseList.Without(new PatientId("P-7f3a"), CloseList.Why.ABSENT),
                new CloseList.Without(new PatientId("P-7f3b"), CloseList.Why.REFERRED)),
            List.of(new CloseList.Ending(new PatientId("P-7f3c"), DAY.plusDays(3))),
            List.of(new CloseList.Item(CloseList.Sort.QUARANTINED, "B-000028", DAY.minusDays(5))));
    FrozenDay close =
        new FrozenDay(DAY, 1, STAFF, 201, 199, List.of(FIGURES), List.of(), "", Optional.of(list));
    Reports.DayOf day = new Reports.DayOf(DAY, List.of(close), report(List.of()), Optional.empty());
    String text = text(sheets("vi").day(day), "day-sheet-vi");
    holds(
        text,
        "Số liều: 201, số người: 199",
        "L2601",
        "Niêm phong: N-0815",
        "28,5 °C",
        "Người có y lệnh chưa uống: 2",
        "không đến: 1",
        "chuyển bác sĩ hoặc chờ: 1",
        "Y lệnh hết hạn trong 7 ngày: 1",
        "Việc còn mở từ 25/02/2026: chai cách ly B-000028");
    assertTrue(!text.contains("P-7f3"), "no person");
    String open =
        text(
            sheets("en")
                .day(new Reports.DayOf(DAY, List.of(), report(List.of()), Optional.empty())),
            "day-sheet-open-en");
    holds(open, "THE DAY IS NOT CLOSED.");
  }
}
