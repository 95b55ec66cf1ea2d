package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.report.UrgentDraft;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.sheet.SheetPdf;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** The draft says what the count tells, and leaves the rest to a pen. */
class UrgentReportSheetTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final BatchId LOT = new BatchId("L2601");
  private static final Concentration STRENGTH = Concentration.ofMilligramsPerMillilitre(10);
  private static final Product PRODUCT =
      new Product(
          new ProductId("MTD-10-1000"),
          "Methadon thử",
          STRENGTH,
          Volume.ofMillilitres(1000),
          Mass.ofGrams(92),
          "cam trong",
          Optional.empty());

  private static UrgentDraft.Line line(
      CountPlace.Kind kind, String of, long counted, long book, List<BottleId> missing) {
    CountPlace place = new CountPlace(kind, of, LOT);
    return new UrgentDraft.Line(
        new CountLine(
            place,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Volume.ofMicrolitres(counted)),
            Volume.ofMicrolitres(book),
            Exposure.NONE,
            missing,
            List.of()),
        new Batch(LOT, STRENGTH, Optional.empty()),
        Optional.of(PRODUCT),
        Optional.of(LocalDate.of(2027, 11, 30)),
        Optional.of(new CountPosted.Said(place, CountReason.OTHER, "không thấy chai")));
  }

  private static UrgentDraft draft(Optional<UrgentReportEnd> ended) {
    return new UrgentDraft(
        DAY,
        List.of(
            new UrgentDraft.Of(
                new UrgentReport(
                    "ur-1",
                    DAY,
                    "sc-1",
                    Instant.parse("2026-03-02T10:05:00Z"),
                    Instant.parse("2026-03-04T10:05:00Z")),
                ended,
                1,
                List.of(
                    line(CountPlace.Kind.BOTTLE, "B-000014", 589_000, 610_000, List.of()),
                    line(
                        CountPlace.Kind.CLOSED,
                        "STORE/1000000",
                        12_000_000,
                        13_000_000,
                        List.of(new BottleId("B-000028")))))));
  }

  private static String text(UrgentDraft draft, String language, String name) throws IOException {
    byte[] pdf =
        SheetPdf.of(
            new UrgentReportSheet(SheetText.of(language), "mmt-thu", ZoneId.of("Asia/Ho_Chi_Minh"))
                .of(draft));
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

  @Test
  void theDraftSaysWhatTheCountTellsInVietnamese() throws IOException {
    String text = text(draft(Optional.empty()), "vi", "urgent-report-vi");
    holds(
        text,
        "BẢN NHÁP",
        "Phát hiện lúc 17:05 02/03/2026; phải báo cáo trước 17:05 04/03/2026",
        "Methadon thử, 10 mg/mL",
        "L2601",
        "30/11/2027",
        "chai đã mở B-000014",
        "-21,000",
        "-210,000",
        "-1.000,000",
        "Chai nguyên không thấy: B-000028",
        "lý do khác, không thấy chai",
        "4. Đã làm gì: ....",
        "Người đứng đầu cơ sở");
    assertFalse(text.contains("sc-1"), "our own numbers say nothing to the authority");
  }

  @Test
  void theSameInEnglishAndWhatBecameOfIt() throws IOException {
    UrgentReportEnd sent =
        new UrgentReportEnd(
            "ur-1",
            DAY.plusDays(1),
            new StaffId("S-02"),
            new UrgentReportEnd.How.Sent("12/BC", DAY.plusDays(1)),
            "");
    holds(
        text(draft(Optional.of(sent)), "en", "urgent-report-en"),
        "DRAFT",
        "Found at 17:05 2026-03-02; to be reported before 17:05 2026-03-04. Sent: number 12/BC",
        "-210.000",
        "Missing: B-000028");
  }

  @Test
  void whereNoCountOwesOneItIsAFormForAPen() throws IOException { // a mix-up that no count finds
    String text = text(new UrgentDraft(DAY, List.of()), "vi", "urgent-report-blank-vi");
    holds(text, "1. Phát hiện thế nào: ....", "2. Nguyên nhân đã biết: ....", "Kính gửi: ....");
    assertFalse(text.contains("Phát hiện lúc"), "no moment is made up");
  }
}
