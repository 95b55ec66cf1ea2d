package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackMark;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a mark of a dose pack means, for people. */
public final class MarkWords {

  private MarkWords() {}

  /** As a line of the report. */
  static Report.Line line(String about, LocalDate day, PackMark.What what) {
    return new Report.Line(
        about,
        code(what),
        what != PackMark.What.REFUSED,
        day + ": " + english(what),
        day + ": " + vietnamese(what));
  }

  /** Stable, in kebab-case. */
  public static String code(PackMark.What what) {
    return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why a patient's next dose waits. */
  static String reason(Pack pack, List<PackMark> marks) {
    return "Gói liều %d của %s / dose pack %d of %s: %s"
        .formatted(
            pack.number(),
            pack.site().value(),
            pack.number(),
            pack.site().value(),
            marks.stream()
                .map(m -> m.day() + " " + vietnamese(m.what()) + " / " + english(m.what()))
                .distinct()
                .collect(Collectors.joining("; ")));
  }

  /** In English. */
  public static String english(PackMark.What what) {
    return switch (what) {
      case REFUSED -> "refused the dose";
      case KNOWN_HERE -> "a dose of this day was known here already";
      case ABOVE_ORDER -> "more than the order of the day";
      case WITHOUT_ORDER -> "no order held on this day";
      case NOT_ASSIGNED -> "was not assigned to that site on this day";
      case TAKEN_BACK -> "told as taken or in doubt before, and now as not taken";
      case UNKNOWN_PATIENT -> "nobody of this code is known here: call that site";
    };
  }

  /** In Vietnamese. */
  public static String vietnamese(PackMark.What what) {
    return switch (what) {
      case REFUSED -> "từ chối liều";
      case KNOWN_HERE -> "ngày này đã có liều ở đây";
      case ABOVE_ORDER -> "nhiều hơn y lệnh trong ngày";
      case WITHOUT_ORDER -> "ngày này không có y lệnh";
      case NOT_ASSIGNED -> "ngày này không thuộc điểm đó";
      case TAKEN_BACK -> "trước báo đã uống hoặc chưa rõ, nay báo chưa uống";
      case UNKNOWN_PATIENT -> "không có ai mã này ở đây: gọi nơi đó";
    };
  }
}
