package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.domain.importing.Oddity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page of outliers of a file that is not taken in yet, with names, for paper. */
public final class OutlierPage {

  private OutlierPage() {}

  /** The page; {@code check} is what whoever has read it enters. */
  public static String html(
      List<ImportRow> rows, Map<ImportRow, List<Oddity>> oddities, String check) {
    List<String> odd = new ArrayList<>();
    for (ImportRow row : rows) {
      List<Oddity> why = oddities.getOrDefault(row, List.of());
      if (!why.isEmpty()) {
        odd.add(
            Paper.row(
                false,
                Paper.number(Integer.toString(row.line())),
                Paper.name(row.person()),
                Paper.number(Paper.dose(row.order().dose())),
                Paper.number(row.lastDose().map(last -> Paper.dose(last.dose())).orElse("–")),
                Paper.number(row.lastDose().map(last -> last.day().toString()).orElse("–")),
                Paper.oddities(why)));
      }
    }
    return Paper.page(
        "Bất thường / outliers",
        "<h1>Bất thường, đọc trước khi nhập / Outliers, to be read before the import</h1>\n<p>"
            + "%d / %d dòng / lines. Mã xác nhận đã đọc / entered by whoever has read this: "
                .formatted(odd.size(), rows.size())
            + "<span class=\"digest\">"
            + check
            + "</span></p>\n"
            + Paper.table(
                List.of(
                    "Dòng / line",
                    "Họ tên / name",
                    "Năm sinh / born",
                    "Liều / dose",
                    "Liều gần nhất / last dose",
                    "Ngày / day",
                    "Vì sao / why"),
                odd));
  }
}
