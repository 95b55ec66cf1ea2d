package clinic.mmt.dispenser.main.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each planted fault is found, by the seed that the page names. */
class PlantedFaultsIT {

  private static final Path PAGE = Path.of("../docs/simulation.md");
  private static final int SEEDS = 6;
  private static final int DAYS = 40;
  private static final int PATIENTS = 60;

  private static Scenario scenario(long seed) {
    Set<Integer> who = IntStream.range(0, PATIENTS).boxed().collect(Collectors.toSet());
    return new Scenario(seed, 0, 0, DAYS - 1, who, EnumSet.allOf(FaultKind.class));
  }

  @ParameterizedTest
  @EnumSource
  void isFound(Planted planted) throws IOException {
    Verdict v = Verdict.of(scenario(1), planted.fitting());
    for (long seed = 2; seed <= SEEDS && v.violations().isEmpty(); seed++) {
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
    String page = Files.readString(PAGE);
    assertTrue(page.contains(row), "the page lacks: " + row);
  }

  @Test
  void theClinicAsItIsHasNoneOfThem() { // the control
    for (long seed = 1; seed <= SEEDS; seed++) {
      assertEquals(List.of(), Verdict.of(scenario(seed), Fitting.REAL).violations());
    }
  }
}
