package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.importing.Paper;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What two of the staff look at together when an enrolment has ended: photo, card, proven fingers,
 * who and when; the control of a wrong person's photo on a record (H104).
 */
public final class LookBackPage {

  private static final List<String> FINGERS =
      List.of(
          "cái phải / right thumb",
          "trỏ phải / right index",
          "giữa phải / right middle",
          "áp út phải / right ring",
          "út phải / right little",
          "cái trái / left thumb",
          "trỏ trái / left index",
          "giữa trái / left middle",
          "áp út trái / left ring",
          "út trái / left little");

  private LookBackPage() {}

  /**
   * What the page is of.
   *
   * @param person with the photo as it is on record now
   * @param latest whether no later enrolment took another photo
   * @param names of staff
   */
  public record Of(
      Enrolment enrolment, Optional<Person> person, boolean latest, Map<StaffId, String> names) {

    @Override
    public String toString() {
      return "Of[•••]";
    }
  }

  /** Days since a photo was taken. */
  public static long photoDays(Enrolment enrolment, LocalDate today) {
    return ChronoUnit.DAYS.between(enrolment.day(), today);
  }

  /** The page, as of {@code today}. */
  public static String html(Of of, LocalDate today) {
    Enrolment e = of.enrolment();
    String rows =
        row("Họ tên / name", of.person().map(LookBackPage::name).orElse("(đã xóa / erased)"))
            + row("Thẻ / card", token(e.token()))
            + row("Ngày ghi danh / enrolled on", e.day().toString())
            + row(
                "Tuổi của ảnh / age of the photo",
                of.latest()
                    ? photoDays(e, today) + " ngày / days"
                    : "ảnh mới hơn đã được chụp / a later photo was taken")
            + row("Người làm / by", staff(of, e.signers().first()))
            + row("Người xác nhận / confirmed by", staff(of, e.signers().second()))
            + row("Hồ sơ giống đã xem / alike records looked at", Integer.toString(e.alike()))
            + row("Ghi chú / words", e.words().isEmpty() ? "–" : e.words());
    return Paper.page(
        "Xem lại ghi danh / enrolment look-back",
        "<h1>Xem lại ghi danh / Enrolment look-back</h1>\n"
            + "<p>Hai người cùng nhìn: ảnh, thẻ và người trước mặt có phải một người không?<br>\n"
            + "Two look together: are photo, card and the person in front of you one person?</p>\n"
            + photo(of)
            + Paper.table(List.of("", ""), List.of(rows))
            + fingers(e)
            + "<div class=\"sign\">Người làm / by<br>Ngày / date:</div>\n"
            + "<div class=\"sign\">Người xác nhận / confirmed by<br>Ngày / date:</div>\n");
  }

  private static String row(String what, String is) {
    return Paper.row(false, Paper.cell(what), Paper.cell(is));
  }

  private static String name(Person person) {
    return person.familyName() + " " + person.givenName() + ", " + person.birthYear();
  }

  private static String token(Enrolment.Token token) {
    return switch (token) {
      case CLINIC_CARD -> "thẻ của cơ sở / the clinic's own card";
      case OTHER_CARD -> "thẻ số / card with a number";
      case CITIZEN_CARD -> "thẻ căn cước / citizen card";
    };
  }

  private static String staff(Of of, StaffId id) {
    return of.names().getOrDefault(id, id.value());
  }

  /** At least 40 mm high, as at the counter. */
  private static String photo(Of of) {
    return of.person()
        .map(Person::photo)
        .filter(png -> of.latest() && png.length() > 0)
        .map(png -> Base64.getEncoder().encodeToString(png.toArray()))
        .map(
            png ->
                "<p><img alt=\"ảnh / photo\" height=\"240\" src=\"data:image/png;base64,"
                    + png
                    + "\"></p>\n")
        .orElse("<p>(không có ảnh / no photo)</p>\n");
  }

  private static String fingers(Enrolment e) {
    if (e.fingers().isEmpty()) {
      return "<p>Không dùng vân tay: thẻ và ảnh. / No fingerprints: card and photo.</p>\n";
    }
    return Paper.table(
        List.of("Ngón / finger", "Đã thử khớp / proven by a live match", "Máy đọc / reader"),
        e.fingers().stream()
            .map(
                f ->
                    Paper.row(
                        false,
                        Paper.cell(FINGERS.get(f.finger() - 1)),
                        Paper.cell("khớp / match, " + f.proof()),
                        Paper.cell(f.readerModel())))
            .toList());
  }
}
