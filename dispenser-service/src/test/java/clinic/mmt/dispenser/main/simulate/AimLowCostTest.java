package clinic.mmt.dispenser.main.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What aiming low costs: seconds from tap to measured, in a simulated clinic. */
class AimLowCostTest {

  private static final Scenario SCENARIO = new Scenario(11, 0, 0, 9, Set.of(1), Set.of());

  private record Lived(List<Long> millis, long intents) {
    double seconds() {
      return millis.stream().mapToLong(Long::longValue).average().orElse(0) / 1000;
    }
  }

  private static Lived live(Profile profile) {
    Fitting fitting =
        new Fitting() {
          @Override
          public Profile profile(Profile real) {
            return profile;
          }
        };
    Verdict verdict = Verdict.of(SCENARIO, fitting, true);
    assertEquals(List.of(), verdict.violations());
    List<Long> millis = new ArrayList<>();
    Instant tapped = Instant.EPOCH;
    long intents = 0;
    for (String line : verdict.story()) {
      List<String> words = List.of(line.strip().split(" ", 4));
      if (words.size() == 4 && words.get(2).equals("dose.pour-tapped")) {
        tapped = Instant.parse(words.get(1));
      }
      if (words.size() == 4 && words.get(3).contains("\"to\":\"ARMED\"")) {
        intents++;
      }
      if (words.size() == 4
          && words.get(2).equals("dose.weighed")
          && words.get(3).contains("\"to\":\"MEASURED\"")) {
        millis.add(Duration.between(tapped, Instant.parse(words.get(1))).toMillis());
      }
    }
    return new Lived(millis, intents);
  }

  @Test
  void aimingLowIsASecondShotForEachDoseAndCostsSoManySeconds() {
    Lived off = live(Profile.vietnamDraft());
    Lived on = live(Profile.vietnamDraft().aimingLow());
    assertEquals(10, off.millis().size());
    assertEquals(10, off.intents());
    assertEquals(10, on.millis().size());
    assertEquals(20, on.intents(), "one more shot for each dose");
    double cost = on.seconds() - off.seconds();
    assertTrue(cost > 1.5 && cost < 3.5, "docs/domain/reconciliation.md says 2.3 s: " + cost);
  }
}
