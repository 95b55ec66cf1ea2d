package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.takehome.FormPapers;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.dispenser.domain.text.DoseText;
import clinic.mmt.dispenser.domain.text.Language;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The sub-label of one bottle that a representative takes to a hospital (form 06), for a printer of
 * labels: beside the label of the bottle, for whoever gives it to the patient.
 */
final class SubLabelPage {

  private static final String STYLE =
      """
      @page { size: 100mm 70mm; margin: 3mm }
      body { font: 7.5pt/1.15 sans-serif; color: #000; background: #fff; margin: 0 }
      h1 { font-size: 9pt; margin: 0 0 0.5mm } h1 small { font-weight: normal; font-size: 7pt }
      .name { font-size: 11pt; font-weight: bold }
      .day { font-size: 10pt; font-weight: bold; border: 2px solid #000; padding: 0.3mm 1mm;
        clear: both }
      .code { float: right; width: 17mm; text-align: center; font-size: 6.5pt; line-height: 1 }
      .code svg { display: block }
      .pen { display: flex; gap: 1mm; margin-top: 1.5mm } .pen i { flex: 1; border-bottom: 1px dotted #000 }
      .warn { font-weight: bold } .en { font-size: 6.5pt } p { margin: 0.5mm 0 }
      """;

  /** Nothing runs, nothing is loaded, and only this style is applied. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'".formatted(ProfilePage.sha256(STYLE));

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private SubLabelPage() {}

  static String html(FormPapers.SubLabel label, Optional<Person> person) {
    TakeHomeBottle bottle = label.bottle();
    String part = bottle.part().equals(DosePart.LATER) ? " (phần sau / later)" : "";
    return """
        <!doctype html>
        <html lang="vi"><head><meta charset="utf-8"><title>%1$s</title><style>%2$s</style></head>
        <body>
        <div class="code">%3$s%1$s</div>
        <h1>NHÃN PHỤ – MẪU 06 <small>sub-label, form 06</small></h1>
        <p class="name">%4$s</p>
        <p>%5$s · Cơ sở / clinic: %6$s</p>
        <p>Methadone %7$s: <b>%8$s = %9$s</b>, đường uống / by mouth</p>
        <p class="day">Uống ngày / drink on: %10$s%11$s</p>
        <p class="pen">Nằm viện tại, khoa / hospital, ward: <i></i></p>
        <p class="pen">Người đại diện / representative: <i></i></p>
        <p class="pen">Ngày cấp, người cấp / given out on, by: <i></i></p>
        <p class="warn">Chỉ người bệnh có tên trên được uống, một lần, hết chai. Người khác uống có thể
        chết. Để xa trẻ em, có khóa. Chai không kín: không dùng, báo cơ sở.</p>
        <p class="en">Only for the patient named, at once, all of it. It can kill anybody else. Lock it away from
        children. A bottle that is not tight is not used: call the clinic.</p>
        </body></html>
        """
        .formatted(
            ProfilePage.text(bottle.label().value()),
            STYLE,
            CardDrawing.svg(bottle.label().value()),
            ProfilePage.text(person.map(SubLabelPage::name).orElse("–")),
            ProfilePage.text(bottle.patient().value()),
            ProfilePage.text(label.clinic()),
            ProfilePage.text(DoseText.strength(bottle.content().strength(), Language.VI)),
            ProfilePage.text(DoseText.mass(bottle.dose(), Language.VI)),
            ProfilePage.text(
                DoseText.volume(bottle.content().strength().volumeFor(bottle.dose()), Language.VI)),
            DAY.format(bottle.day()),
            part);
  }

  private static String name(Person person) {
    String born = person.birthYear() > 0 ? ", " + person.birthYear() : "";
    return person.familyName() + " " + person.givenName() + born;
  }
}
