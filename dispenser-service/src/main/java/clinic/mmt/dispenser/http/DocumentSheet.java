package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.journal.OutgoingReads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import clinic.mmt.dispenser.sheet.Sheet;
import clinic.mmt.dispenser.sheet.Sheet.Cell;
import java.util.List;
import java.util.Optional;

/** What was signed on paper in a period: receipts, shipments, destructions, incidents. */
final class DocumentSheet {

  private final SheetText text;
  private final String clinic;

  DocumentSheet(SheetText text, String clinic) {
    this.text = text;
    this.clinic = clinic;
  }

  Sheet of(Reports.Papers papers) {
    Reports.Documents documents = papers.documents();
    return text.sheet(
        text.word("Chứng từ trong kỳ", "Documents of the period"),
        List.of(clinic, text.days(papers.stock().period())),
        List.of(
            table(
                text.word("Phiếu nhập", "Receipts"),
                text.word("Người giao, bất thường", "Deliverer, abnormal"),
                documents.receipts().stream().map(this::receipt).toList()),
            table(
                text.word("Điều chuyển", "Shipments"),
                text.word("Nơi nhận, thiếu", "To, missing"),
                documents.shipments().stream().map(this::shipment).toList()),
            table(
                text.word("Biên bản hủy", "Destructions"),
                text.word("Cách hủy, số người", "Method, persons"),
                documents.destructions().stream().map(this::destruction).toList()),
            table(
                text.word("Sự cố nhiều liều", "Incidents of many doses"),
                text.word("Số liều, kết luận", "Doses, outcome"),
                documents.incidents().stream().map(this::incident).toList())),
        List.of(),
        new SheetText.Foot(List.of(), Optional.empty()));
  }

  private List<Cell> receipt(StockReads.Taken r) {
    return row(
        text.day(r.day()),
        r.papers().ours(),
        r.papers().supplier() + ", " + r.papers().authority(),
        r.deliverer() + causes(r.causes().toString()));
  }

  private List<Cell> shipment(Shipment s) {
    return row(
        text.day(s.day()),
        s.paper(),
        s.closed().map(Shipment.Closed::paper).orElse(text.word("chưa xác nhận", "not confirmed")),
        s.site() + ", " + s.closed().map(c -> s.missing(c.arrived()).size()).orElse(0));
  }

  private List<Cell> destruction(Destruction d) {
    return row(
        text.day(d.day()),
        d.papers().minutes(),
        d.papers().permit(),
        d.papers().method() + ", " + (d.council().size() + 2));
  }

  private List<Cell> incident(OutgoingReads.Incident i) {
    return row(
        text.day(i.of().day()),
        i.of().id(),
        i.of().why().name(),
        i.of().doses().size() + ", " + i.closed().orElse(text.word("còn mở", "open")));
  }

  private static String causes(String causes) {
    return causes.equals("[]") ? "" : ", " + causes;
  }

  private Sheet.Table table(String title, String last, List<List<Cell>> rows) {
    return new Sheet.Table(
        title,
        List.of(
            text.column("Ngày", "Day", 11),
            text.column("Số", "Number", 18),
            text.column("Số của bên kia", "Their number", 24),
            new Sheet.Column(last, 34)),
        rows);
  }

  private static List<Cell> row(String... texts) {
    return List.of(texts).stream().map(Cell::of).toList();
  }
}
