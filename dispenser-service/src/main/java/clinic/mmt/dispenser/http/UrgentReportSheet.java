package clinic.mmt.dispenser.http;

import static clinic.mmt.dispenser.http.SheetText.millilitres;

import clinic.mmt.dispenser.app.report.UrgentDraft;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.sheet.Sheet;
import clinic.mmt.dispenser.sheet.Sheet.Cell;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The draft of an urgent report: what the count tells, and blanks for a pen. */
final class UrgentReportSheet {

  private static final String BLANK = " " + ".".repeat(60);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final SheetText text;
  private final String clinic;
  private final ZoneId zone;

  UrgentReportSheet(SheetText text, String clinic, ZoneId zone) {
    this.text = text;
    this.clinic = clinic;
    this.zone = zone;
  }

  private String word(String vietnamese, String english) {
    return text.word(vietnamese, english);
  }

  Sheet of(UrgentDraft draft) {
    List<String> under = new ArrayList<>();
    under.add(clinic);
    under.add(word("Số:", "Number:") + BLANK);
    under.add(word("Kính gửi:", "To:") + BLANK);
    under.add(word("Ngày kiểm kê phát hiện: ", "Found by the count of: ") + text.day(draft.day()));
    draft.reports().forEach(report -> under.add(times(report)));
    return text.sheet(
        word(
            "BẢN NHÁP · Báo cáo khẩn về thất thoát, nhầm lẫn thuốc gây nghiện",
            "DRAFT · Urgent report of a loss or mix-up of a narcotic"),
        under,
        draft.reports().isEmpty()
            ? List.of(table(List.of()))
            : draft.reports().stream().map(report -> table(report.lines())).toList(),
        notes(draft),
        new SheetText.Foot(
            List.of(
                word("Người lập báo cáo", "Prepared by"),
                word("Người đứng đầu cơ sở", "Head of the site")),
            Optional.empty()));
  }

  private String times(UrgentDraft.Of of) {
    String told =
        word("Phát hiện lúc ", "Found at ")
            + moment(of.report().found())
            + word("; phải báo cáo trước ", "; to be reported before ")
            + moment(of.report().due());
    return of.ended().map(end -> told + ". " + ended(end)).orElse(told);
  }

  private String ended(UrgentReportEnd end) {
    return switch (end.how()) {
      case UrgentReportEnd.How.Sent sent ->
          word("Đã gửi: số ", "Sent: number ")
              + sent.number()
              + word(", ngày ", ", on ")
              + text.day(sent.on());
      case UrgentReportEnd.How.NotDue() ->
          word("Hai người ghi là không phải báo cáo.", "Two noted that none is due.");
    };
  }

  private String moment(Instant at) {
    ZonedDateTime here = at.atZone(zone);
    return TIME.format(here) + " " + text.day(here.toLocalDate());
  }

  private Sheet.Table table(List<UrgentDraft.Line> lines) {
    List<List<Cell>> rows = new ArrayList<>();
    for (UrgentDraft.Line line : lines) {
      rows.add(
          List.of(
              Cell.of(drug(line)),
              Cell.of(line.line().place().batch().value()),
              Cell.of(line.expiry().map(text::day).orElse("")),
              Cell.of(place(line.line().place())),
              millilitres(line.line().book()),
              line.line().counted().map(SheetText::millilitres).orElse(Cell.NONE),
              millilitres(line.difference()),
              Cell.thousandths(line.drug().micrograms())));
    }
    if (rows.isEmpty()) {
      rows.add(List.of(none(), none(), none(), none(), none(), none(), none(), none()));
    }
    return new Sheet.Table(
        word("Thuốc và lượng chênh lệch", "Drug and difference"),
        List.of(
            text.column("Tên thuốc, nồng độ", "Drug, strength", 20),
            text.column("Số lô", "Batch", 9),
            text.column("Hạn dùng", "Expiry", 10),
            text.column("Nơi", "Place", 18),
            text.column("Theo sổ, mL", "Book, mL", 11),
            text.column("Đếm được, mL", "Counted, mL", 11),
            text.column("Chênh lệch, mL", "Difference, mL", 11),
            text.column("Chênh lệch, mg", "Difference, mg", 11)),
        rows);
  }

  private static Cell none() {
    return Cell.NONE;
  }

  private static String drug(UrgentDraft.Line line) {
    String strength = SheetText.strength(line.batch().concentration());
    return line.product().map(Product::brand).map(b -> b + ", " + strength).orElse(strength);
  }

  private String place(CountPlace place) {
    return switch (place.kind()) {
      case BOTTLE -> word("chai đã mở ", "opened bottle ") + place.of();
      case CLOSED -> word("chai nguyên, ", "closed containers, ") + cabinet(place.of());
      case WASTE -> word("thùng thải quầy ", "waste of station ") + place.of();
      case DOSE -> word("cốc", "cup");
    };
  }

  private String cabinet(String of) {
    return of.startsWith("STORE/") ? word("kho", "store") : word("tủ hàng ngày", "day cabinet");
  }

  private List<String> notes(UrgentDraft draft) {
    List<String> lines = new ArrayList<>();
    List<UrgentDraft.Line> all =
        draft.reports().stream().flatMap(report -> report.lines().stream()).toList();
    labels(all).ifPresent(lines::add);
    lines.add(
        draft.reports().isEmpty()
            ? word("1. Phát hiện thế nào:", "1. How it was found:") + BLANK
            : word(
                "1. Phát hiện khi kiểm kê không xem sổ, do hai người đếm và ký.",
                "1. Found by a blind count, counted and signed by two."));
    lines.add(word("2. Nguyên nhân đã biết:", "2. Cause as far as known:") + causes(all));
    lines.add(word("3. Diễn biến, người liên quan:", "3. What happened, who was there:") + BLANK);
    lines.add(word("4. Đã làm gì:", "4. What was done:") + BLANK);
    lines.add(word("5. Đã báo công an (nếu có), lúc:", "5. Police informed (if so), at:") + BLANK);
    lines.add(word("6. Đề nghị:", "6. Asked for:") + BLANK);
    lines.add(
        word(
            "Lượng mg tính theo nồng độ ghi trên nhãn. Chênh lệch âm là thiếu.",
            "Amounts in mg by the strength on the label. Below zero is missing."));
    return lines;
  }

  /** Closed containers that were not found, and those that are in no book, by label. */
  private Optional<String> labels(List<UrgentDraft.Line> all) {
    String missing = names(all, CountLine::missing);
    String extra = names(all, CountLine::extra);
    String told =
        (missing.isEmpty() ? "" : word("Chai nguyên không thấy: ", "Missing: ") + missing + ". ")
            + (extra.isEmpty() ? "" : word("Chai không có trong sổ: ", "In no book: ") + extra);
    return told.isEmpty() ? Optional.empty() : Optional.of(told.strip());
  }

  private static String names(
      List<UrgentDraft.Line> all, java.util.function.Function<CountLine, List<BottleId>> which) {
    return all.stream()
        .flatMap(line -> which.apply(line.line()).stream())
        .map(BottleId::value)
        .collect(Collectors.joining(", "));
  }

  private String causes(List<UrgentDraft.Line> all) {
    String told =
        all.stream()
            .flatMap(line -> line.said().stream())
            .map(
                said ->
                    " " + said.place().of() + ": " + reason(said.reason()) + ", " + said.words())
            .collect(Collectors.joining(";"));
    return told.isEmpty() ? BLANK : told;
  }

  private String reason(CountReason reason) {
    return switch (reason) {
      case SPILLED -> word("đổ", "spilled");
      case NOT_ENTERED -> word("chưa ghi sổ", "not entered");
      case MEASURED_WRONG -> word("đo sai", "measured wrong");
      case OTHER -> word("lý do khác", "another reason");
      case UNEXPLAINED -> word("chưa rõ", "not known");
    };
  }
}
