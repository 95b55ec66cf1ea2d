package clinic.mmt.dispenser.http;

import static clinic.mmt.dispenser.http.SheetText.millilitres;

import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.app.report.StockReport;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.report.StockFigures;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.sheet.Sheet;
import clinic.mmt.dispenser.sheet.Sheet.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sheets of the stock: the report of twelve columns, the stock card, the day. */
final class StockSheets {

  private static final int TENTHS = 10;

  private final SheetText text;
  private final String clinic;

  StockSheets(SheetText text, String clinic) {
    this.text = text;
    this.clinic = clinic;
  }

  private String word(String vietnamese, String english) {
    return text.word(vietnamese, english);
  }

  /** Use, stock and forecast: the twelve columns of form 1. */
  Sheet report(StockReport report, List<String> signatories) {
    List<List<Cell>> rows = new ArrayList<>();
    for (StockReport.Line line : report.lines()) {
      StockFigures f = line.figures();
      rows.add(
          List.of(
              Cell.of(rows.size() + 1L),
              Cell.of(name(line.product())),
              Cell.of("mL"),
              millilitres(f.opening()),
              millilitres(f.received()),
              millilitres(f.opening().plus(f.received())),
              millilitres(f.issued().plus(f.otherwise())),
              millilitres(f.loss()),
              millilitres(f.surplus()),
              millilitres(f.closing()),
              Cell.of(report.onTreatment()),
              Cell.NONE));
    }
    return text.sheet(
        word("Báo cáo sử dụng, tồn kho và dự trù thuốc", "Report of use, stock and forecast"),
        List.of(clinic, text.days(report.period()), state(report)),
        List.of(
            new Sheet.Table(
                "",
                List.of(
                    text.column("TT", "No.", 4),
                    text.column("Tên thuốc, nồng độ", "Drug, strength", 22),
                    text.column("Đơn vị", "Unit", 6),
                    text.column("Tồn đầu kỳ", "Opening", 12),
                    text.column("Nhập trong kỳ", "Received", 12),
                    text.column("Tổng", "Total", 12),
                    text.column("Xuất trong kỳ", "Issued", 12),
                    text.column("Hao hụt", "Loss", 9),
                    text.column("Dư thừa", "Surplus", 9),
                    text.column("Tồn cuối kỳ", "Closing", 12),
                    text.column("Số người đang điều trị", "People on treatment", 10),
                    text.column("Dự trù (người mới, lượng)", "Forecast (new people, amount)", 14)),
                rows)),
        adjusted(report.adjustments()),
        new SheetText.Foot(
            signatories.isEmpty()
                ? List.of(
                    word("Người lập báo cáo", "Prepared by"),
                    word("Người đứng đầu cơ sở", "Head of the site"),
                    word("Cơ quan quản lý", "Managing authority"))
                : signatories,
            Optional.empty()));
  }

  private static String name(Product product) {
    return product.brand() + ", " + SheetText.strength(product.strength());
  }

  private String state(StockReport report) {
    return report.open().isEmpty()
        ? word(
            "Số liệu từ các ngày đã đóng; không đổi nữa.",
            "Figures of closed days; they do not change.")
        : word("CHƯA CHÍNH THỨC, còn ngày chưa đóng: ", "NOT FINAL, days not closed: ")
            + report.open().stream().map(text::day).collect(Collectors.joining(", "));
  }

  private List<String> adjusted(List<StockAdjustment> adjustments) {
    return adjustments.stream()
        .map(
            a ->
                word("Điều chỉnh sau, ngày ", "Adjusted later, on ")
                    + text.day(a.day())
                    + word(", của ngày ", ", of ")
                    + text.day(a.of())
                    + ": "
                    + a.place().of()
                    + ", "
                    + text.signed(a.volume())
                    + switch (a.kind()) {
                      case REVERSED -> word(" mL, hủy bút toán", " mL, reversed");
                      case SETTLED -> word(" mL, đã xử lý", " mL, settled");
                    })
        .toList();
  }

  /** In, out and what is left, day by day, a table for each product. */
  Sheet card(StockReport report) {
    List<Sheet.Table> tables = new ArrayList<>();
    report
        .cards()
        .forEach(
            (product, days) ->
                tables.add(
                    new Sheet.Table(
                        name(product), cardColumns(), days.stream().map(this::cardRow).toList())));
    return text.sheet(
        word("Thẻ kho", "Stock card"),
        List.of(clinic, text.days(report.period()), state(report)),
        tables,
        adjusted(report.adjustments()),
        new SheetText.Foot(
            List.of(word("Thủ kho", "Store keeper"), word("Dược sĩ", "Pharmacist")),
            Optional.empty()));
  }

  private List<Sheet.Column> cardColumns() {
    return List.of(
        text.column("Ngày", "Day", 11),
        text.column("Tồn đầu", "Opening", 11),
        text.column("Nhập", "Received", 11),
        text.column("Cấp phát", "Given", 10),
        text.column("Thải", "Waste", 8),
        text.column("Chuyển, hủy", "Sent, destroyed", 10),
        text.column("Hao hụt", "Loss", 8),
        text.column("Dư thừa", "Surplus", 8),
        text.column("Chưa rõ", "Unexplained", 8),
        text.column("Tồn cuối", "Closing", 11));
  }

  private List<Cell> cardRow(StockReport.DayLine line) {
    StockFigures f = line.figures();
    return List.of(
        Cell.of(
            text.day(line.day())
                + (line.closes() > 1 ? word(" (có bổ sung)", " (supplemented)") : "")),
        millilitres(f.opening()),
        millilitres(f.received()),
        millilitres(f.issued()),
        millilitres(f.waste()),
        millilitres(f.sent().plus(f.destroyed())),
        millilitres(f.loss()),
        millilitres(f.surplus()),
        millilitres(f.unexplained()),
        millilitres(f.closing()));
  }

  /** One clinic day, with where the chain of the ledger stands. */
  Sheet day(Reports.DayOf day) {
    List<Sheet.Table> tables = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (FrozenDay close : day.closes()) {
      tables.add(figures(close));
      close.list().ifPresent(list -> notes.addAll(looked(list)));
    }
    notes.addAll(adjusted(day.report().adjustments()));
    return text.sheet(
        word("Phiếu ngày", "Day sheet"),
        List.of(
            clinic,
            word("Ngày ", "Day ") + text.day(day.day()),
            day.closes().isEmpty()
                ? word("CHƯA ĐÓNG NGÀY.", "THE DAY IS NOT CLOSED.")
                : given(day.closes())),
        tables,
        notes,
        new SheetText.Foot(
            List.of(
                word("Người cấp phát", "Dispenser"),
                word("Dược sĩ", "Pharmacist"),
                word("Người đứng đầu cơ sở", "Head of the site")),
            day.latest().map(Checkpoint::line)));
  }

  private String given(List<FrozenDay> closes) {
    int doses = closes.stream().mapToInt(FrozenDay::doses).sum();
    return word("Số liều: ", "Doses: ")
        + doses
        + word(", số người: ", ", people: ")
        + closes.stream().mapToInt(FrozenDay::people).max().orElse(0);
  }

  private Sheet.Table figures(FrozenDay close) {
    List<Sheet.Column> columns = new ArrayList<>(cardColumns());
    columns.set(0, text.column("Lô", "Batch", 11));
    return new Sheet.Table(
        close.number() == 1
            ? word("Đóng ngày", "Close of the day")
            : word("Đóng bổ sung ", "Supplementary close ") + close.number(),
        columns,
        close.figures().stream().map(this::row).toList());
  }

  private List<Cell> row(DayFigures figures) {
    StockFigures f = StockFigures.of(figures);
    return List.of(
        Cell.of(figures.batch().value()),
        millilitres(f.opening()),
        millilitres(f.received()),
        millilitres(f.issued()),
        millilitres(f.waste()),
        millilitres(f.sent().plus(f.destroyed())),
        millilitres(f.loss()),
        millilitres(f.surplus()),
        millilitres(f.unexplained()),
        millilitres(f.closing()));
  }

  /** Of a close list what names nobody. */
  private List<String> looked(CloseList list) {
    List<String> lines = new ArrayList<>();
    lines.add(word("Niêm phong: ", "Seal: ") + list.seal());
    lines.add(
        word("Nhiệt độ kho: ", "Temperature of the store: ")
            + list.storeTenths() / TENTHS
            + word(",", ".")
            + Math.floorMod(Math.abs(list.storeTenths()), TENTHS)
            + " °C");
    lines.add(
        word("Người có y lệnh chưa uống: ", "People with an order without a dose: ")
            + list.without().size());
    list.without().stream()
        .collect(Collectors.groupingBy(CloseList.Without::why, Collectors.counting()))
        .forEach((why, count) -> lines.add("   " + why(why) + ": " + count));
    lines.add(
        word("Y lệnh hết hạn trong 7 ngày: ", "Orders ending within 7 days: ")
            + list.ending().size());
    for (CloseList.Item item : list.items()) {
      lines.add(
          word("Việc còn mở từ ", "Open since ")
              + text.day(item.since())
              + ": "
              + sort(item.kind())
              + " "
              + item.of());
    }
    return lines;
  }

  private String why(CloseList.Why why) {
    return switch (why) {
      case ABSENT -> word("không đến", "did not come");
      case ON_HOLD -> word("không đến, đang tạm dừng", "did not come, on hold");
      case CAME -> word("có đến, chưa uống", "came, not dosed");
      case LEFT -> word("đã về trước khi rót", "left before the pour");
      case REFERRED -> word("chuyển bác sĩ hoặc chờ", "with the doctor, or waiting");
      case NOT_TAKEN -> word("trả lại hoặc đổ bỏ", "given back or discarded");
      case NOT_SETTLED -> word("chưa rõ kết quả", "outcome not settled");
    };
  }

  private String sort(CloseList.Sort sort) {
    return switch (sort) {
      case BROKEN_WITHOUT_PAPER -> word("chai vỡ chưa có biên bản", "broken, paper owed");
      case MISSING -> word("chai không thấy", "bottle missing");
      case SIGNATURE_OWED -> word("còn thiếu chữ ký thứ hai", "second signature owed");
      case UNSETTLED_DOSE -> word("liều chưa rõ kết quả", "dose not settled");
      case QUARANTINED -> word("chai cách ly", "bottle in quarantine");
      case UNEXPLAINED -> word("chênh lệch chưa giải trình", "difference not explained");
      case DIFFERENCE ->
          word("chênh lệch nhiều ngày chưa xem xét", "difference over days, not looked into");
    };
  }
}
