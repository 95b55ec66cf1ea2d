package clinic.mmt.dispenser.main.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Files of invented patients; none of them exists. Each line has nothing odd about it. */
final class Invented {

  private static final List<String> FAMILY =
      List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ");
  private static final List<String> MIDDLE = List.of("Văn", "Thị", "Đức", "Minh", "Hữu", "Ngọc");
  private static final List<String> GIVEN =
      List.of("An", "Bình", "Cường", "Giang", "Hà", "Hạnh", "Khánh", "Quân", "Thảo", "Yến");

  private final LocalDate today;
  private final SplittableRandom random;

  Invented(LocalDate today, long seed) {
    this.today = today;
    this.random = new SplittableRandom(seed);
  }

  /** The fields of one line. */
  Map<Column, String> line(int number) {
    // 27 to 96 mg, no two lines beside each other alike, and none as many mg as days.
    int dose = 33 + number * 7 % 64;
    Map<Column, String> line = new EnumMap<>(Column.class);
    line.put(Column.CODE, "00%08X".formatted(0x0D000000 + number));
    line.put(Column.FAMILY_NAME, FAMILY.get(random.nextInt(FAMILY.size())));
    // A part of the name of its own for each, so that nobody is somebody's double.
    line.put(
        Column.GIVEN_NAME,
        MIDDLE.get(random.nextInt(MIDDLE.size()))
            + " "
            + GIVEN.get(random.nextInt(GIVEN.size()))
            + " "
            + letters(number));
    line.put(Column.BIRTH_YEAR, Integer.toString(1960 + number % 40));
    line.put(Column.SEX, number % 5 == 0 ? "nữ" : "nam");
    line.put(Column.COMMUNE, "00000017");
    line.put(Column.ADMITTED_ON, today.minusDays(400).toString());
    line.put(Column.ADMISSION_SOURCE, "voluntary");
    line.put(Column.PHASE, "maintenance");
    line.put(Column.DOSE, dose + " mg");
    line.put(Column.FIRST_DAY, today.minusDays(6).toString());
    line.put(Column.LAST_DAY, today.plusDays(20).toString());
    line.put(Column.LAST_DOSE_DAY, today.minusDays(1).toString());
    line.put(Column.LAST_DOSE, dose + " mg");
    line.put(Column.CONFIRMED_BY, "phòng khám 000");
    line.put(Column.CONFIRMED_HOW, "điện thoại, đọc lại");
    return line;
  }

  private static String letters(int number) {
    StringBuilder text = new StringBuilder();
    for (int rest = number; rest >= 0; rest = rest / 26 - 1) {
      text.insert(0, (char) ('a' + rest % 26));
    }
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  List<Map<Column, String>> lines(int count) {
    List<Map<Column, String>> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line(i));
    }
    return lines;
  }

  /** The columns every line has, in order. */
  static List<Column> columns() {
    return List.of(Column.values()).stream().filter(Column::needed).toList();
  }

  /** The text of a file. */
  static String csv(List<Map<Column, String>> lines) {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", columns().stream().map(Column::word).toList())).append('\n');
    for (Map<Column, String> line : lines) {
      text.append(
              String.join(
                  ",", columns().stream().map(c -> quoted(line.getOrDefault(c, ""))).toList()))
          .append('\n');
    }
    return text.toString();
  }

  private static String quoted(String field) {
    return field.contains(",") || field.contains("\"")
        ? '"' + field.replace("\"", "\"\"") + '"'
        : field;
  }
}
