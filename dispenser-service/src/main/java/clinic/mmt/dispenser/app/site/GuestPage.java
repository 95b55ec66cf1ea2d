package clinic.mmt.dispenser.app.site;

import clinic.mmt.dispenser.app.importing.Paper;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.text.DoseText;
import clinic.mmt.dispenser.domain.text.Language;
import java.util.List;

/** A guest letter for paper: what it tells in words, and the same in a code. */
public final class GuestPage {

  private GuestPage() {}

  /**
   * The page.
   *
   * @param drawing of the code, as SVG
   */
  public static String html(GuestLetterText text, String drawing) {
    String site = Paper.escaped(text.site().value());
    String rows =
        row("Họ tên / name", text.person().family() + " " + text.person().given())
            + row("Năm sinh / year of birth", Integer.toString(text.person().birthYear()))
            + row("Cơ sở gốc / home site", text.home().value())
            + row("Nơi uống tạm / guest site", text.site().value())
            + row("Từ – đến / from – to", text.first() + " – " + text.last())
            + row("Liều mỗi ngày / daily dose", DoseText.mass(text.dose(), Language.VI))
            + row(
                "Liều cuối / last dose",
                text.lastDose().map(TransferPage::dose).orElse("không có / none"))
            + row("In ngày / printed on", text.made().toString())
            + row("Mã thư / letter", text.letter());
    return Paper.page(
        "Thư uống tạm / guest letter",
        "<h1>Thư uống tạm nơi khác / Guest letter</h1>\n<p>Chỉ dùng tại <b>"
            + site
            + "</b>, một lần. Những ngày này cơ sở gốc không cấp liều.<br>\nFor <b>"
            + site
            + "</b> only, taken in once. On these days the home site gives no dose.</p>\n"
            + Paper.table(List.of("", ""), List.of(rows))
            + "<p>"
            + drawing.replaceFirst("<svg ", "<svg width=\"300\" height=\"300\" ")
            + "</p>\n<div class=\"sign\">Bác sĩ / doctor<br>Ngày / date:</div>\n");
  }

  private static String row(String what, String is) {
    return Paper.row(false, Paper.cell(what), Paper.cell(is));
  }
}
