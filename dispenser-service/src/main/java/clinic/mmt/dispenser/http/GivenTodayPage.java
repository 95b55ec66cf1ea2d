package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.degraded.GivenToday;
import clinic.mmt.dispenser.app.importing.Paper;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.text.DoseText;
import clinic.mmt.dispenser.domain.text.Language;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has had today's dose, on paper: nobody on it gets another one (R-122). */
final class GivenTodayPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final List<GivenToday.Line> lines;
  private final Map<PatientId, Person> people;
  private final ZoneId zone;

  GivenTodayPage(List<GivenToday.Line> lines, Map<PatientId, Person> people, ZoneId zone) {
    this.lines = List.copyOf(lines);
    this.people = Map.copyOf(people);
    this.zone = zone;
  }

  String html(LocalDate day, Instant made, Optional<Checkpoint> latest) {
    List<String> rows = new ArrayList<>();
    for (GivenToday.Line line : lines) {
      rows.add(row(rows.size() + 1, line));
    }
    String title = "Đã cấp hôm nay / Dosed today";
    return Paper.page(
        title,
        "<h1>%s</h1>\n<p>Ngày / day: %s · lúc / as of: %s · %d liều / doses</p>\n"
                .formatted(title, day, TIME.format(made.atZone(zone)), lines.size())
            + "<p><b>Ai có tên ở đây KHÔNG được cấp thêm. / Nobody on this list is given"
            + " another dose.</b></p>\n"
            + Paper.table(
                List.of("#", "Họ tên / name", "Mã / code", "Liều / dose", "Giờ / time", ""), rows)
            + CheckpointPage.box(latest, zone));
  }

  private String row(int number, GivenToday.Line line) {
    boolean certain = line.standing() == GivenToday.Standing.GIVEN;
    return Paper.row(
        !certain,
        Paper.cell(Integer.toString(number)),
        Paper.cell(name(line.patient())),
        Paper.cell(line.patient().value()),
        Paper.cell(DoseText.mass(line.dose(), Language.VI) + part(line.part())),
        Paper.cell(line.at().map(at -> CLOCK.format(at.atZone(zone))).orElse("")),
        Paper.cell(
            switch (line.standing()) {
              case GIVEN -> "đã cấp / given";
              case NOT_SETTLED -> "CHƯA RÕ: coi như đã cấp / NOT SETTLED: counts as given";
              case ELSEWHERE -> "ở nơi khác / elsewhere";
              case AT_HOME -> "mang về / taken home";
            }));
  }

  private static String part(DosePart part) {
    return part.equals(DosePart.WHOLE) ? "" : " (phần / part " + part.number() + ")";
  }

  private String name(PatientId patient) {
    return Optional.ofNullable(people.get(patient))
        .map(p -> p.familyName() + " " + p.givenName() + ", " + p.birthYear())
        .orElse("—");
  }
}
