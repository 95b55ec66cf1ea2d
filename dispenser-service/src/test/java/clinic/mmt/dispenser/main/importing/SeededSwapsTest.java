package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.importing.ImportRow;
import clinic.mmt.dispenser.app.importing.Outliers;
import clinic.mmt.dispenser.app.importing.RowRules;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.main.config.ProfileFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** H103: mistakes that bulk files are known for, planted: each is a fault or on the first page. */
class SeededSwapsTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 5);
  private static final RuleProfile PROFILE = ProfileFile.builtIn("VN-2024");
  private static final int LINES = 120;

  /** Lines of the file that are a fault or have something odd. */
  private static Set<Integer> stopped(List<Map<Column, String>> lines) {
    ImportFile file = ImportFile.read(Invented.csv(lines).getBytes(StandardCharsets.UTF_8));
    Set<Integer> stopped = new TreeSet<>();
    file.faults().forEach(fault -> stopped.add(fault.line()));
    new RowRules(PROFILE.rules(), TODAY)
        .faults(file.rows(), Set.of())
        .forEach(fault -> stopped.add(fault.line()));
    Map<ImportRow, List<Oddity>> odd =
        new Outliers(PROFILE.rules(), PROFILE.outliers().orElseThrow(), TODAY)
            .of(file.rows(), List.of());
    odd.forEach(
        (row, oddities) -> {
          if (oddities.stream().anyMatch(o -> o != Oddity.HIGH_IN_FILE)
              || (!oddities.isEmpty() && atLeast200(row))) {
            stopped.add(row.line());
          }
        });
    return stopped;
  }

  /** The highest of a good file are told too; here only a planted one is that high. */
  private static boolean atLeast200(ImportRow row) {
    return row.order().dose().micrograms() >= 200_000;
  }

  private static void swap(Map<Column, String> line, Column a, Column b) {
    String kept = line.getOrDefault(a, "");
    line.put(a, line.getOrDefault(b, ""));
    line.put(b, kept);
  }

  private static long milligrams(Map<Column, String> line, Column column) {
    return Long.parseLong(line.getOrDefault(column, "").replace(" mg", ""));
  }

  private static void times(Map<Column, String> line, double factor, Column... columns) {
    for (Column column : columns) {
      line.put(column, Math.round(milligrams(line, column) * factor) + " mg");
    }
  }

  /** By name: what is done to one line. */
  private static Map<String, Consumer<Map<Column, String>>> mistakes() {
    Map<String, Consumer<Map<Column, String>>> all = new LinkedHashMap<>();
    all.put("mL written", l -> l.put(Column.DOSE, milligrams(l, Column.DOSE) / 10 + " ml"));
    all.put("mL as mg in the dose", l -> times(l, 0.1, Column.DOSE));
    all.put("mL as mg in the last dose", l -> times(l, 0.1, Column.LAST_DOSE));
    all.put("mL as mg in both", l -> times(l, 0.1, Column.DOSE, Column.LAST_DOSE));
    all.put("ten times", l -> times(l, 10, Column.DOSE));
    all.put("ten times in both", l -> times(l, 10, Column.DOSE, Column.LAST_DOSE));
    all.put("twice", l -> times(l, 2, Column.DOSE));
    all.put("half", l -> times(l, 0.5, Column.DOSE));
    all.put("a point lost", l -> l.put(Column.DOSE, milligrams(l, Column.DOSE) + "5"));
    all.put("a point that may be a thousand", l -> l.put(Column.DOSE, "1.080 mg"));
    all.put("dose and birth year", l -> swap(l, Column.DOSE, Column.BIRTH_YEAR));
    all.put(
        "dose is the birth year", l -> l.put(Column.DOSE, l.getOrDefault(Column.BIRTH_YEAR, "")));
    all.put(
        "dose is the days",
        l -> {
          l.put(Column.DOSE, "27");
          l.put(Column.LAST_DOSE, "27");
        });
    all.put("dose and first day", l -> swap(l, Column.DOSE, Column.FIRST_DAY));
    all.put("first and last day", l -> swap(l, Column.FIRST_DAY, Column.LAST_DAY));
    all.put("last dose day and last day", l -> swap(l, Column.LAST_DOSE_DAY, Column.LAST_DAY));
    all.put("admitted and first day", l -> swap(l, Column.ADMITTED_ON, Column.FIRST_DAY));
    all.put("admitted and last dose day", l -> swap(l, Column.ADMITTED_ON, Column.LAST_DOSE_DAY));
    all.put(
        "family and given name",
        l -> {
          l.put(Column.FAMILY_NAME, "Nguyễn");
          swap(l, Column.FAMILY_NAME, Column.GIVEN_NAME);
        });
    all.put("name and code", l -> swap(l, Column.FAMILY_NAME, Column.CODE));
    all.put("sex and phase", l -> swap(l, Column.SEX, Column.PHASE));
    all.put("commune and code", l -> swap(l, Column.COMMUNE, Column.CODE));
    all.put("last dose and who confirmed it", l -> swap(l, Column.LAST_DOSE, Column.CONFIRMED_BY));
    all.put(
        "row shifted left",
        l -> {
          List<Column> columns = Invented.columns();
          for (int i = 0; i + 1 < columns.size(); i++) {
            l.put(columns.get(i), l.getOrDefault(columns.get(i + 1), ""));
          }
          l.put(columns.getLast(), "");
        });
    all.put(
        "row shifted right",
        l -> {
          List<Column> columns = Invented.columns();
          for (int i = columns.size() - 1; i > 0; i--) {
            l.put(columns.get(i), l.getOrDefault(columns.get(i - 1), ""));
          }
          l.put(columns.getFirst(), "");
        });
    return all;
  }

  @Test
  void aGoodFileHasNothing() { // The control of everything below.
    assertEquals(Set.of(), stopped(new Invented(TODAY, 5).lines(LINES)));
  }

  private static Set<String> names() {
    return mistakes().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aMistakeInAnyLineIsStopped(String mistake) {
    for (int at = 0; at < LINES; at += 7) {
      List<Map<Column, String>> lines = new Invented(TODAY, 5).lines(LINES);
      Objects.requireNonNull(mistakes().get(mistake)).accept(lines.get(at));
      assertTrue(stopped(lines).contains(at + 2), "line " + (at + 2));
    }
  }

  /** A column moved down against the others. */
  @ParameterizedTest
  @EnumSource(
      value = Column.class,
      names = {"DOSE", "LAST_DOSE"})
  void aColumnShiftedDownIsStoppedInEveryLine(Column column) {
    List<Map<Column, String>> lines = new Invented(TODAY, 5).lines(LINES);
    List<String> values = lines.stream().map(l -> l.getOrDefault(column, "")).toList();
    IntStream.range(1, LINES).forEach(i -> lines.get(i).put(column, values.get(i - 1)));
    lines.getFirst().put(column, "");
    assertEquals(new TreeSet<>(IntStream.range(2, LINES + 2).boxed().toList()), stopped(lines));
  }

  @Test
  void theSameLineTwiceIsStopped() {
    List<Map<Column, String>> lines = new Invented(TODAY, 5).lines(LINES);
    lines.add(lines.get(3));
    assertTrue(stopped(lines).containsAll(Set.of(5, LINES + 2)));
    Map<Column, String> double1 = new LinkedHashMap<>(lines.get(9));
    double1.put(Column.CODE, "another-code");
    lines.set(LINES, double1);
    assertEquals(Set.of(11, LINES + 2), stopped(lines));
  }
}
