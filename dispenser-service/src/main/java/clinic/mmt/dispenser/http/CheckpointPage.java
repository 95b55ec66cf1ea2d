package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.importing.Paper;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The latest checkpoint on paper, as text and as a QR code of the same line (H67, H69). */
final class CheckpointPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String TITLE = "Điểm mốc của sổ / checkpoint of the ledger";

  private CheckpointPage() {}

  /** For the end of a sheet. */
  static String box(Optional<Checkpoint> latest, ZoneId zone) {
    return "<h2>"
        + TITLE
        + "</h2>\n"
        + latest
            .map(checkpoint -> of(checkpoint, zone))
            .orElse("<p>Chưa có / none yet: mở lại trang sau / open this page again later.</p>\n");
  }

  private static String of(Checkpoint c, ZoneId zone) {
    return "<p>Số / number %d · mục / entry %d · ký lúc / signed %s · khóa / key %s</p>\n"
            .formatted(c.number(), c.sequence(), TIME.format(c.at().atZone(zone)), c.key())
        + "<p class=\"digest\">"
        + Paper.escaped(c.line())
        + "</p>\n<p>"
        + CardDrawing.svg(c.line()).replaceFirst("<svg ", "<svg width=\"190\" height=\"190\" ")
        + "</p>\n";
  }

  /** A page of its own. */
  static String html(Optional<Checkpoint> latest, ZoneId zone) {
    return Paper.page(
        TITLE,
        "<h1>"
            + TITLE
            + "</h1>\n<p>Giữ tờ này ở nơi người làm với sổ không tới được. Thanh tra dùng nó để thấy"
            + " sổ đã bị cắt, thay bằng bản cũ hoặc viết lại.<br>\nKeep this sheet where nobody who"
            + " works with the ledger comes. With it an inspector sees whether the ledger was cut,"
            + " replaced by an old copy or rewritten.</p>\n"
            + box(latest, zone)
            + "<div class=\"sign\">Người giữ / kept by<br>Ngày / date:</div>\n");
  }
}
