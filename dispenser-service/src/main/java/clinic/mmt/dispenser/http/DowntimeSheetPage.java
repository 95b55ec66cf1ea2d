package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.degraded.PaperList;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.text.DoseText;
import clinic.mmt.dispenser.domain.text.Language;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The downtime sheet on paper, in Vietnamese and English, with room for a pen (R-71). */
final class DowntimeSheetPage {

  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 10mm }
      body { font: 10pt sans-serif; color: #000 }
      h1 { font-size: 15pt; margin: 0 0 2mm }
      table { border-collapse: collapse; width: 100% }
      thead { display: table-header-group }
      tr { break-inside: avoid; height: 9mm }
      th, td { border: 1px solid #000; padding: 2px 4px; text-align: left; vertical-align: top }
      td.n { text-align: right; white-space: nowrap }
      .not { background: #ddd }
      small { display: block }
      .digest { font-family: monospace; overflow-wrap: anywhere }
      """;

  /** Nothing runs, nothing is loaded, and only this style is applied. */
  static final String POLICY = "default-src 'none'; style-src 'sha256-%s'".formatted(sha256(STYLE));

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private static final List<String> HEADINGS =
      List.of(
          "#",
          "Số<small>Number</small>",
          "Họ tên<small>Name</small>",
          "Mã<small>Code</small>",
          "Liều<small>Dose</small>",
          "mL",
          "Được cấp<small>May be given</small>",
          "Đã cấp: mg, giờ<small>Given: mg, time</small>",
          "Người cấp<small>Given by</small>",
          "Người thứ hai<small>Second person</small>",
          "Người bệnh ký<small>Patient signs</small>");

  private final PaperList.Sheet sheet;
  private final Map<PatientId, Person> people;
  private final ZoneId zone;
  private final boolean sittings;
  private final StringBuilder out = new StringBuilder();

  /**
   * Of a sheet.
   *
   * @param zone the clinic's
   * @param sittings whether numbers carry the letter of their sitting
   */
  DowntimeSheetPage(
      PaperList.Sheet sheet, Map<PatientId, Person> people, ZoneId zone, boolean sittings) {
    this.sheet = sheet;
    this.people = Map.copyOf(people);
    this.zone = zone;
    this.sittings = sittings;
  }

  /** The page, with the latest checkpoint at its end. */
  String html(Optional<Checkpoint> latest) {
    out.append("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>")
        .append("Phiếu khi sự cố ")
        .append(sheet.version())
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n")
        .append("<h1>Phiếu cấp thuốc khi sự cố / Downtime sheet</h1>\n");
    line(
        "Ngày / Day: %s · trạm / station: %s · nồng độ / strength: %s"
            .formatted(
                sheet.day(),
                sheet.station().value(),
                sheet.strength().map(s -> DoseText.strength(s, Language.VI)).orElse("—")));
    line(
        "In lúc / printed: %s · bản / version: %s · dùng đến / valid until: %s"
            .formatted(time(sheet.printed()), sheet.version(), time(sheet.validUntil())));
    line(
        "Hai người cùng đo và ký. Ai không được cấp thì gạch dòng. / Two people measure and sign."
            + " Strike the line of whoever is given nothing.");
    out.append("<table><thead><tr>");
    HEADINGS.forEach(heading -> out.append("<th>").append(heading).append("</th>"));
    out.append("</tr></thead><tbody>\n");
    int number = 0;
    for (PaperList.Line line : sheet.lines()) {
      number++;
      row(number, line);
    }
    return out.append("</tbody></table>\n")
        .append(CheckpointPage.box(latest, zone))
        .append("</body></html>\n")
        .toString();
  }

  private void row(int number, PaperList.Line line) {
    out.append(line.standing() == PaperList.Standing.MAY ? "<tr>" : "<tr class=\"not\">");
    cell(true, Integer.toString(number));
    cell(false, line.number().map(t -> t.label(sittings)).orElse(""));
    cell(false, name(line.patient()));
    cell(false, line.patient().value());
    cell(true, DoseText.mass(line.dose(), Language.VI));
    cell(true, line.volume().map(v -> DoseText.volume(v, Language.VI)).orElse("—"));
    cell(
        false,
        switch (line.standing()) {
          case MAY -> "";
          case DOCTOR -> "HỎI BÁC SĨ / ASK THE DOCTOR";
          case DOSED -> "ĐÃ CẤP / GIVEN";
        });
    out.append("<td></td><td></td><td></td><td></td></tr>\n");
  }

  private String name(PatientId patient) {
    return Optional.ofNullable(people.get(patient))
        .map(p -> p.familyName() + " " + p.givenName() + ", " + p.birthYear())
        .orElse("—");
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  private void line(String text) {
    out.append("<p>").append(text(text)).append("</p>\n");
  }

  private void cell(boolean number, String text) {
    out.append(number ? "<td class=\"n\">" : "<td>").append(text(text)).append("</td>");
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Text that stays text, whoever wrote it. */
  private static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
