package clinic.mmt.dispenser.main.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each planted fault is found, by the seed that the page names. In profile {@code planted} all of
 * them, and no earlier seed finds one; in CI of those that are found late every third.
 */
class PlantedFaultsIT {

  private static final Path PAGE = Path.of("../docs/simulation.md");
  private static final boolean ALL = "all".equals(System.getProperty("planted.faults"));
  private static final int SEEDS = 6;
  private static final int DAYS = 40;
  private static final int PATIENTS = 60;

  /** Found after this day counts as late. */
  private static final int EARLY_DAYS = 15;

  /** Of the late ones, one of this many is tried in CI. */
  private static final int STEP_OF_LATE = 3;

  private static Scenario scenario(long seed) {
    Set<Integer> who = IntStream.range(0, PATIENTS).boxed().collect(Collectors.toSet());
    return new Scenario(seed, 0, 0, DAYS - 1, who, EnumSet.allOf(FaultKind.class));
  }

  /** What the page says of one fault. */
  private record Row(Planted planted, long seed, int day) {

    static Row of(Planted planted, String page) {
      Matcher m =
          Pattern.compile(
                  "\\| " + Pattern.quote(planted.text()) + " \\| `.*` \\| (\\d+) \\| (\\d+) ")
              .matcher(page);
      assertTrue(m.find(), "the page lacks: " + planted.text());
      return new Row(planted, Long.parseLong(m.group(1)), Integer.parseInt(m.group(2)));
    }
  }

  private static List<Row> rows() throws IOException {
    String page = Files.readString(PAGE);
    return Arrays.stream(Planted.values()).map(p -> Row.of(p, page)).toList();
  }

  static List<Planted> tried() throws IOException {
    List<Planted> tried = new ArrayList<>();
    int late = 0;
    for (Row row : rows()) {
      if (ALL || row.day() <= EARLY_DAYS || late++ % STEP_OF_LATE == 0) {
        tried.add(row.planted());
      }
    }
    System.out.printf("planted faults tried %d of %d%n", tried.size(), rows().size());
    return tried;
  }

  @ParameterizedTest
  @MethodSource("tried")
  void isFound(Planted planted) throws IOException {
    String page = Files.readString(PAGE);
    long seed = ALL ? 1 : Row.of(planted, page).seed();
    Verdict v = Verdict.of(scenario(seed), planted.fitting());
    while (ALL && seed < SEEDS && v.violations().isEmpty()) {
      seed++;
      v = Verdict.of(scenario(seed), planted.fitting());
    }
    assertFalse(v.violations().isEmpty(), planted.text() + " was not found");
    String row =
        String.format(
            Locale.ROOT,
            "| %s | `%s` | %d |",
            planted.text(),
            v.violations().getFirst().rule(),
            v.scenario().seed());
    System.out.printf(
        Locale.ROOT, "%s %d | %d | %.1f |%n", row, v.days(), v.doses(), v.cpuMillis() / 1000.0);
    assertTrue(page.contains(row), "the page lacks: " + row);
  }

  @Test
  void theClinicAsItIsHasNoneOfThem() throws IOException { // the control, for each seed of the page
    long most = ALL ? SEEDS : rows().stream().mapToLong(Row::seed).max().orElseThrow();
    for (long seed = 1; seed <= most; seed++) {
      assertEquals(List.of(), Verdict.of(scenario(seed), Fitting.REAL).violations());
    }
  }
}
