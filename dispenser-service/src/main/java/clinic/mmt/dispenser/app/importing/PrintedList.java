package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Mass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The list that a doctor signs: outliers first, then every order, sheet by sheet with totals, in
 * both languages. Every sheet carries the digest of the whole list. Codes of cards are not on it.
 */
public final class PrintedList {

  private static final int ROWS_A_SHEET = 28;

  private static final List<String> HEADS =
      List.of(
          "Dòng / line",
          "Họ tên / name",
          "Năm sinh / born",
          "Liều mỗi ngày / daily dose",
          "Giai đoạn / phase",
          "Từ / from",
          "Đến / to",
          "Biết liều đến / doses known to",
          "!");

  private PrintedList() {}

  /** The page; {@code printed} says when, for people. */
  public static String html(ImportList list, String printed) {
    StringBuilder body = new StringBuilder(head(list, printed));
    outliers(list, body);
    List<ImportList.Row> rows = list.rows();
    int sheets = (rows.size() + ROWS_A_SHEET - 1) / ROWS_A_SHEET;
    Mass sum = Mass.ZERO;
    for (int sheet = 0; sheet < sheets; sheet++) {
      List<ImportList.Row> some =
          rows.subList(sheet * ROWS_A_SHEET, Math.min(rows.size(), (sheet + 1) * ROWS_A_SHEET));
      Mass ofSheet = some.stream().map(row -> row.order().dose()).reduce(Mass.ZERO, Mass::plus);
      sum = sum.plus(ofSheet);
      body.append("<section class=\"sheet\">\n")
          .append("<h2>Tờ / sheet %d / %d</h2>%n".formatted(sheet + 1, sheets))
          .append(Paper.table(HEADS, some.stream().map(PrintedList::row).toList()))
          .append(foot(some.size(), ofSheet, sum, list))
          .append("</section>\n");
    }
    return Paper.page("Danh sách nhập / import list", body.append(end(list)).toString());
  }

  private static String head(ImportList list, String printed) {
    return """
    <h1>Danh sách y lệnh nhập từ tệp / List of imported orders</h1>
    <p>Chưa ai được cấp liều theo danh sách này cho đến khi bác sĩ ký. Đọc trang bất thường trước.<br>
    Nobody is dosed by this list before a doctor has signed it. Read the page of outliers first.</p>
    <p>Mã lần nhập / import: <span class="digest">%s</span><br>In lúc / printed: %s<br>
    Số y lệnh / orders: <b>%d</b> · Tổng liều mỗi ngày / all daily doses: <b>%s</b><br>
    Mã kiểm / digest: <span class="digest">%s</span></p>
    """
        .formatted(
            Paper.escaped(list.imported()),
            Paper.escaped(printed),
            list.rows().size(),
            total(list.total()),
            list.digest());
  }

  private static void outliers(ImportList list, StringBuilder body) {
    List<String> odd = new ArrayList<>();
    for (ImportList.Row row : list.rows()) {
      if (!row.order().oddities().isEmpty()) {
        odd.add(
            Paper.row(
                false,
                Paper.number(Integer.toString(row.order().line())),
                name(row),
                Paper.number(Paper.dose(row.order().dose())),
                Paper.oddities(row.order().oddities())));
      }
    }
    body.append(
            "<section class=\"sheet\">\n<h2>Bất thường / Outliers: %d</h2>%n".formatted(odd.size()))
        .append(
            Paper.table(
                List.of(
                    "Dòng / line",
                    "Họ tên / name",
                    "Năm sinh / born",
                    "Liều / dose",
                    "Vì sao / why"),
                odd))
        .append("</section>\n");
  }

  private static String row(ImportList.Row row) {
    ImportedOrder order = row.order();
    boolean odd = !order.oddities().isEmpty();
    return Paper.row(
        odd,
        Paper.number(Integer.toString(order.line())),
        name(row),
        Paper.number(Paper.dose(order.dose())),
        Paper.cell(stage(order.stage())),
        Paper.number(order.days().first().toString()),
        Paper.number(order.days().last().toString()),
        Paper.number(order.knownUntil().toString()),
        Paper.cell(odd ? "!" : ""));
  }

  private static String name(ImportList.Row row) {
    return row.person()
        .map(Paper::name)
        .orElseGet(() -> Paper.cell("(đã xóa / erased)") + Paper.cell(""));
  }

  private static String stage(Stage stage) {
    return switch (stage) {
      case INDUCTION -> "khởi liều / induction";
      case TITRATION -> "điều chỉnh / titration";
      case MAINTENANCE -> "duy trì / maintenance";
      case TAPER -> "giảm liều / taper";
    };
  }

  private static String foot(int rows, Mass ofSheet, Mass sum, ImportList list) {
    return """
    <p class="foot">Tờ này / this sheet: %d · %s — cộng dồn / so far: %s — mã / digest: \
    <span class="digest">%s</span></p>
    """
        .formatted(rows, total(ofSheet), total(sum), list.digest());
  }

  private static String end(ImportList list) {
    String second =
        list.needsSecond()
            ? box("Người ký thứ hai (vượt giới hạn) / second signature (above limits)")
            : "";
    return """
    <section><h2>Ký / Signatures</h2>
    <p>Tôi đã đọc trang bất thường và từng dòng. / I have read the page of outliers and every line.<br>
    %d y lệnh / orders · %s · mã / digest: <span class="digest">%s</span></p>
    %s%s</section>
    """
        .formatted(
            list.rows().size(),
            total(list.total()),
            list.digest(),
            box("Bác sĩ kê đơn / prescriber"),
            second);
  }

  private static String box(String who) {
    return "<div class=\"sign\">" + who + "<br>Ngày / date:</div>\n";
  }

  /** A sum may be more than a dose ever is, so it is not written as one. */
  private static String total(Mass sum) {
    return BigDecimal.valueOf(sum.micrograms(), 3).stripTrailingZeros().toPlainString() + " mg";
  }
}
