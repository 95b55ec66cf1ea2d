package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** who is watched after too much, by the table of the Australian guidelines of 2003. */
class OverDoseRulesTest {

  @ParameterizedTest
  @CsvSource({
    // meant, given, days since the first dose, watched
    "80, 80, 5, false", "80, 79, 5, false", "80, 81, 13, true", "80, 81, 14, false",
    // Not yet two months, or 40 mg and less: from more than half as much again.
    "80, 120, 59, false", "80, 121, 59, true", "40, 60, 200, false", "40, 61, 200, true",
    // Settled on more than 40 mg for two months: above twice the dose.
    "80, 160, 60, false", "80, 161, 60, true", "41, 82, 60, false", "41, 83, 60, true"
  })
  void whoIsWatchedFollowsFromExcessDoseAndTime(long meant, long given, int days, boolean watched) {
    assertEquals(
        watched ? Optional.of(Duration.ofHours(4)) : Optional.empty(),
        new OverDoseRules(Someone.rules("VN-2024"))
            .watch(Mass.ofMilligrams(given), Mass.ofMilligrams(meant), days));
  }
}
