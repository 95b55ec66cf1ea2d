package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.takehome.FormPapers;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.dispenser.domain.text.DoseText;
import clinic.mmt.dispenser.domain.text.Language;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The request to collect for a patient in hospital (form 04) and the representative's commitment
 * (form 05, in two copies), for A4 paper. What is recorded is printed; the rest is left for
 * a pen.
 */
final class RepresentativeForms {

  private static final String STYLE =
      """
      @page { size: A4; margin: 14mm 16mm 12mm 16mm }
      body { font: 10.5pt/1.25 serif; color: #000; background: #fff; margin: 0 }
      header { display: flex; justify-content: space-between; font-size: 9.5pt; gap: 6mm }
      header div { text-align: center; white-space: nowrap } header div.form { text-align: right }
      h1 { font-size: 12.5pt; text-align: center; text-wrap: balance; margin: 4mm 0 3mm }
      .en { font: italic 8pt/1.2 sans-serif; color: #333; display: block }
      .line { display: flex; align-items: baseline; gap: 2mm; margin: 1.3mm 0 }
      .field { display: flex; align-items: baseline; gap: 2mm; flex: 1 }
      .pen { flex: 1; border-bottom: 1px dotted #000; min-width: 15mm }
      .label { white-space: nowrap }
      table { border-collapse: collapse; width: 100%; margin: 2mm 0 }
      th, td { border: 1px solid #000; padding: 0.5mm 2mm; text-align: left; height: 4.5mm }
      th { font-size: 9.5pt } ol { padding-left: 6mm; margin: 1mm 0 } li { margin: 0.7mm 0 }
      p { margin: 1.5mm 0 }
      .signs { display: flex; justify-content: space-between; gap: 5mm; margin-top: 4mm;
        break-inside: avoid }
      .sign { flex: 1; text-align: center; height: 32mm; font-size: 9.5pt }
      .copy { break-after: page } .copy:last-child { break-after: auto }
      """;

  /** Nothing runs, nothing is loaded, and only this style is applied. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'".formatted(ProfilePage.sha256(STYLE));

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** Lines for a pen in a table that knows no bottle yet. */
  private static final int EMPTY_ROWS = 5;

  private final FormPapers.Forms forms;
  private final Optional<Person> person;

  RepresentativeForms(FormPapers.Forms forms, Optional<Person> person) {
    this.forms = forms;
    this.person = person;
  }

  /** The request, which the hospital confirms and the representative files here. */
  String request() {
    return page(
        "Mẫu 04",
        head("04", "")
            + title(
                "ĐƠN ĐỀ NGHỊ NHẬN THUỐC METHADONE THAY NGƯỜI BỆNH ĐIỀU TRỊ NỘI TRÚ",
                "Request to collect methadone for a patient who is in hospital")
            + line(filled("Kính gửi", "To the clinic", forms.clinic()))
            + patient()
            + line(pen("Đang điều trị nội trú tại, khoa", "In-patient at (hospital, ward)"))
            + line(pen("Vào viện ngày", "Admitted on"), pen("Chẩn đoán", "Diagnosis"))
            + line(pen("Lý do không đến uống được", "Why the patient cannot come"))
            + line(pen("Đề nghị cấp thuốc từ ngày", "Asked for from"), pen("đến ngày", "to"))
            + representative()
            + signs(
                List.of(
                    sign("Người bệnh", "Patient"),
                    sign("Người đại diện", "Representative"),
                    sign(
                        "Xác nhận của cơ sở khám, chữa bệnh",
                        "Confirmed by the hospital: name, function, stamp")))
            + receipt());
  }

  /** The commitment: one copy stays here, the other goes with the representative. */
  String commitment() {
    return page(
        "Mẫu 05",
        copy("Bản 1/2: cơ sở giữ", "Copy 1 of 2: stays at the clinic")
            + copy("Bản 2/2: người đại diện giữ", "Copy 2 of 2: for the representative"));
  }

  private String copy(String vietnamese, String english) {
    return "<section class=\"copy\">"
        + head("05", both(vietnamese, english))
        + title(
            "BẢN CAM KẾT CỦA NGƯỜI ĐẠI DIỆN NHẬN THUỐC METHADONE",
            "Commitment of the representative who collects methadone")
        + representative()
        + "<p>Nhận thay cho / <i>collects for</i>:</p>"
        + patient()
        + bottles()
        + """
        <p>Tôi cam kết:<span class="en">I commit myself:</span></p>
        <ol>
        <li>Chỉ giao thuốc cho người bệnh có tên trên; không bán, cho, đổi, uống hoặc để người khác uống.\
        <span class="en">The medicine goes only to the patient named above: it is not sold, given away,\
         exchanged, or drunk by anybody else. It can kill somebody else.</span></li>
        <li>Kiểm tra mỗi chai còn kín, đúng tên, đúng ngày khi nhận; giữ trong hộp có khóa, xa trẻ em.\
        <span class="en">Each bottle was tight and had the right name and day when I received it; I keep\
         them locked away from children.</span></li>
        <li>Mỗi ngày người bệnh uống một chai, dưới sự theo dõi của nhân viên y tế nơi nằm viện.\
        <span class="en">The patient drinks one bottle a day, watched by the staff of the ward.</span></li>
        <li>Mất, đổ, vỡ thì báo cơ sở ngay; không được cấp bù. Mang trả chai rỗng và thuốc không dùng.\
        <span class="en">A loss is told to the clinic at once; nothing replaces it. Empty bottles and what\
         was not drunk come back.</span></li>
        <li>Chịu trách nhiệm trước pháp luật nếu làm sai.\
        <span class="en">I answer before the law for what I do otherwise.</span></li>
        </ol>
        """
        + signs(
            List.of(
                sign("Người đại diện", "Representative"),
                sign("Nhân viên cấp phát", "Dispenser"),
                sign("Bác sĩ điều trị", "Prescriber")))
        + "</section>\n";
  }

  private String patient() {
    String name = person.map(p -> p.familyName() + " " + p.givenName()).orElse("");
    String born =
        person.filter(p -> p.birthYear() > 0).map(p -> Integer.toString(p.birthYear())).orElse("");
    String dose = forms.dose().map(d -> DoseText.mass(d, Language.VI)).orElse("");
    return line(filled("Họ tên người bệnh", "Patient", name), filled("Năm sinh", "Born in", born))
        + line(
            filled("Mã người bệnh", "Patient's code", forms.patient().value()),
            filled("Liều methadone mỗi ngày", "Dose of methadone a day", dose));
  }

  private static String representative() {
    return line(pen("Họ tên người đại diện", "Name of the representative"))
        + line(pen("Số CCCD", "Citizen card"), pen("Điện thoại", "Telephone"))
        + line(pen("Quan hệ với người bệnh", "Relation to the patient"), pen("Địa chỉ", "Address"));
  }

  private String bottles() {
    String rows =
        forms.bottles().isEmpty()
            ? "<tr><td></td><td></td><td></td><td></td><td></td></tr>\n".repeat(EMPTY_ROWS)
            : forms.bottles().stream().map(RepresentativeForms::row).collect(Collectors.joining());
    return """
        <table><thead><tr><th>Uống ngày / day</th><th>Số chai / bottle</th><th>mg</th><th>mL</th>\
        <th>Kín / tight</th></tr></thead><tbody>
        %s</tbody></table>
        """
        .formatted(rows);
  }

  private static String row(TakeHomeBottle bottle) {
    String part = bottle.part().equals(DosePart.LATER) ? " (phần sau / later part)" : "";
    return "<tr><td>%s%s</td><td>%s</td><td>%s</td><td>%s</td><td></td></tr>%n"
        .formatted(
            DAY.format(bottle.day()),
            part,
            ProfilePage.text(bottle.label().value()),
            ProfilePage.text(DoseText.mass(bottle.dose(), Language.VI)),
            ProfilePage.text(
                DoseText.volume(
                    bottle.content().strength().volumeFor(bottle.dose()), Language.VI)));
  }

  private static String receipt() {
    return "<hr>"
        + line(
            pen("Cơ sở nhận đơn: số", "Received by the clinic: number"),
            pen("ngày, người nhận", "date, by whom"));
  }

  private String head(String form, String right) {
    return """
        <header><div><b>%s</b><span class="en">in ngày / printed on %s</span></div>
        <div><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b></div>
        <div class="form"><b>Mẫu %s</b><br>%s</div></header>
        """
        .formatted(ProfilePage.text(forms.clinic()), DAY.format(forms.today()), form, right);
  }

  private static String title(String vietnamese, String english) {
    return "<h1>" + both(vietnamese, english) + "</h1>\n";
  }

  private static String both(String vietnamese, String english) {
    return vietnamese + "<span class=\"en\">" + english + "</span>";
  }

  /** What is recorded; what is not is for a pen. */
  private static String filled(String vietnamese, String english, String text) {
    return text.isBlank()
        ? pen(vietnamese, english)
        : field(vietnamese, english, "<b>" + ProfilePage.text(text) + "</b>");
  }

  private static String pen(String vietnamese, String english) {
    return field(vietnamese, english, "<span class=\"pen\"></span>");
  }

  private static String field(String vietnamese, String english, String content) {
    return "<span class=\"field\"><span class=\"label\">"
        + both(vietnamese + ":", english)
        + "</span>"
        + content
        + "</span>";
  }

  private static String line(String... fields) {
    return "<div class=\"line\">" + String.join("", fields) + "</div>\n";
  }

  private static String sign(String vietnamese, String english) {
    return "<div class=\"sign\"><b>"
        + vietnamese
        + "</b><br>(ký, ghi rõ họ tên, ngày)<span class=\"en\">"
        + english
        + "; signature, name, date</span></div>\n";
  }

  private static String signs(List<String> signs) {
    return "<div class=\"signs\">" + String.join("", signs) + "</div>\n";
  }

  private static String page(String title, String body) {
    return "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>"
        + title
        + "</title><style>"
        + STYLE
        + "</style></head><body>\n"
        + body
        + "</body></html>\n";
  }
}
