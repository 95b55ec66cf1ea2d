package clinic.mmt.dispenser.app.site;

import clinic.mmt.dispenser.app.care.Transfers;
import clinic.mmt.dispenser.app.importing.Paper;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.site.LastDose;
import clinic.mmt.dispenser.domain.text.DoseText;
import clinic.mmt.dispenser.domain.text.Language;
import java.time.LocalDate;
import java.util.List;

/** The letter that goes with somebody to another treatment site. */
public final class TransferPage {

  private TransferPage() {}

  /** The page, printed on {@code today}. */
  public static String html(Transfers.Letter letter, String home, LocalDate today) {
    String receiver = letter.movement().step() instanceof Movement.Left left ? left.words() : "";
    String rows =
        row(
                "Họ tên, năm sinh / name, year of birth",
                letter.person().map(TransferPage::name).orElse("–"))
            + row("Từ / from", home)
            + row("Đến / to", receiver)
            + row("Ra khỏi điều trị tại đây / left here on", letter.movement().day().toString())
            + row(
                "Y lệnh cuối / last order",
                letter
                    .order()
                    .map(o -> order(o, letter.movement().day()))
                    .orElse("không có / none"))
            + row(
                "Liều cuối / last dose",
                letter.lastDose().map(TransferPage::dose).orElse("không có / none"))
            + row("In ngày / printed on", today.toString());
    return Paper.page(
        "Giấy chuyển cơ sở / transfer letter",
        "<h1>Giấy chuyển cơ sở điều trị / Transfer letter</h1>\n"
            + Paper.table(List.of("", ""), List.of(rows))
            + "<p>Nơi nhận gọi điện xác nhận liều cuối (mg, nồng độ, ngày), đọc lại. Chưa xác nhận"
            + " được thì khởi liều lại.<br>\nThe receiving site calls and reads back mg, strength"
            + " and day. What cannot be confirmed is a new start.</p>\n"
            + "<div class=\"sign\">Bác sĩ / doctor<br>Ngày / date:</div>\n"
            + "<div class=\"sign\">Nơi nhận / receiving site<br>Ngày / date:</div>\n");
  }

  private static String row(String what, String is) {
    return Paper.row(false, Paper.cell(what), Paper.cell(is));
  }

  private static String name(Person person) {
    return person.familyName() + " " + person.givenName() + ", " + person.birthYear();
  }

  private static String order(Prescription order, LocalDate day) {
    return "%s, %s – %s"
        .formatted(
            DoseText.mass(order.doseOn(day), Language.VI), order.firstDay(), order.lastDay());
  }

  /** In milligrams, with the strength, and whether it is known to have been taken. */
  public static String dose(LastDose last) {
    return "%s, %s, %s, %s"
        .formatted(
            last.day(),
            DoseText.mass(last.dose(), Language.VI),
            last.strength()
                .map(strength -> DoseText.strength(strength, Language.VI))
                .orElse("chưa rõ nồng độ / strength not known"),
            last.confirmed() ? "đã xác nhận / confirmed" : "CHƯA XÁC NHẬN / NOT CONFIRMED");
  }
}
