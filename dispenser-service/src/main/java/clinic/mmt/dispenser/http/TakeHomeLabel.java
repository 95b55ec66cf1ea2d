package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.dispenser.domain.text.DoseText;
import clinic.mmt.dispenser.domain.text.Language;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The label of one bottle to take home, for a printer: who, what, how much, which day, the
 * warnings in both languages, and the number to read and to scan.
 */
final class TakeHomeLabel {

  private static final String STYLE =
      """
      @page { size: 100mm 70mm; margin: 3mm }
      body { font: 9pt sans-serif; color: #000; margin: 0 }
      h1 { font-size: 12pt; margin: 0 }
      .day { font-size: 15pt; font-weight: bold; border: 2px solid #000; padding: 1mm }
      .dose { font-size: 13pt; font-weight: bold }
      .code { float: right; width: 24mm; text-align: center }
      .warn { font-weight: bold }
      p { margin: 1mm 0 }
      """;

  /** Nothing runs, nothing is loaded, and only this style is applied. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'".formatted(ProfilePage.sha256(STYLE));

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final TakeHomeBottle bottle;
  private final Optional<Person> person;

  TakeHomeLabel(TakeHomeBottle bottle, Optional<Person> person) {
    this.bottle = bottle;
    this.person = person;
  }

  String html() {
    String label = bottle.label().value();
    String name = person.map(p -> p.familyName() + " " + p.givenName()).orElse("");
    String part =
        bottle.part().equals(DosePart.LATER) ? " (phần sau của liều chia / later part)" : "";
    return """
        <!doctype html>
        <html lang="vi"><head><meta charset="utf-8"><title>%1$s</title><style>%2$s</style></head>
        <body>
        <div class="code">%3$s%1$s</div>
        <h1>Methadone %4$s</h1>
        <p>%5$s · %6$s</p>
        <p class="day">Uống ngày / Drink on: %7$s%8$s</p>
        <p class="dose">%9$s = %10$s</p>
        <p>Lô / Batch: %11$s</p>
        <p class="warn">ĐỂ XA TẦM TAY TRẺ EM. Chỉ người có tên trên nhãn được uống: có thể gây chết
        người khác. Cất nơi có khóa. Không uống cùng rượu, thuốc ngủ. Mang chai rỗng trả lại.</p>
        <p class="warn">KEEP AWAY FROM CHILDREN. Only for the person on this label: it can kill
        somebody else. Lock it away. Not with alcohol or sleeping pills. Bring the empty bottle
        back.</p>
        </body></html>
        """
        .formatted(
            ProfilePage.text(label),
            STYLE,
            CardDrawing.svg(label),
            ProfilePage.text(DoseText.strength(bottle.content().strength(), Language.VI)),
            ProfilePage.text(bottle.patient().value()),
            ProfilePage.text(name),
            DAY.format(bottle.day()),
            part,
            ProfilePage.text(DoseText.mass(bottle.dose(), Language.VI)),
            ProfilePage.text(
                DoseText.volume(bottle.content().strength().volumeFor(bottle.dose()), Language.VI)),
            ProfilePage.text(bottle.content().batch().value()));
  }
}
