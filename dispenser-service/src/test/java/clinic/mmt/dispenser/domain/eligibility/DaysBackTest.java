package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.eligibility.DoseDay.Kind;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dose of today asks for some weeks of doses, and what is longer ago would change nothing. */
class DaysBackTest {

  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
  private static final int HISTORIES = 3000;
  private static final int DAYS = 70;

  private record Took(LocalDate day, long milligrams, boolean confirmed) {}

  @ParameterizedTest
  @ValueSource(strings = {"VN-2024", "US-2024", "AU-2003", "WHO-2009"})
  void whatIsLongerAgoChangesNoVerdict(String profile) {
    TreatmentRules rules = Someone.rules(profile);
    for (long seed = 1; seed <= HISTORIES; seed++) {
      assertEquals(
          verdict(rules, seed, DAYS),
          verdict(rules, seed, rules.daysBack()),
          profile + " seed " + seed);
    }
  }

  /** The control: the same histories, and not even a week of them. */
  @Test
  void aShorterPastWouldBeSeen() {
    TreatmentRules rules = Someone.rules("VN-2024");
    int differ = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      differ += verdict(rules, seed, DAYS).equals(verdict(rules, seed, 3)) ? 0 : 1;
    }
    assertTrue(differ > 10, "only " + differ + " of " + HISTORIES + " differ");
  }

  @Test
  void theEarlyDaysAreSeenWholeAndOneMore() {
    assertEquals(15, Someone.rules("VN-2024").daysBack());
  }

  private static Verdict verdict(TreatmentRules rules, long seed, int daysBack) {
    SplittableRandom random = new SplittableRandom(seed);
    Stage stage = STAGES.get(random.nextInt(STAGES.size()));
    long milligrams = 20L + random.nextInt(60);
    LocalDate signed = TODAY.minusDays(random.nextInt(20));
    Someone someone = Someone.on(TODAY).ordered(stage, milligrams, signed);
    kept(history(random, milligrams), TODAY.minusDays(daysBack))
        .forEach(t -> someone.took(t.day(), t.milligrams(), Kind.OBSERVED, t.confirmed()));
    return new Eligibility(rules).decide(someone.patientDay());
  }

  /** Some began long ago, some lately; some days are missed, and of some doses nobody knows. */
  private static List<Took> history(SplittableRandom random, long milligrams) {
    List<Took> history = new ArrayList<>();
    int begin = 1 + random.nextInt(DAYS);
    int absence = random.nextInt(4) == 0 ? 2 + random.nextInt(30) : 0;
    for (int back = begin; back > absence; back--) {
      if (random.nextInt(8) > 0) {
        long dose = Math.max(5, milligrams - random.nextInt(20));
        history.add(new Took(TODAY.minusDays(back), dose, random.nextInt(12) > 0));
      }
    }
    return history;
  }

  /** As the journal gives them: from a day on, and back to the latest one before that is sure. */
  private static List<Took> kept(List<Took> all, LocalDate since) {
    LocalDate from =
        all.stream()
            .filter(t -> t.confirmed() && t.day().isBefore(since))
            .map(Took::day)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    return all.stream().filter(t -> !t.day().isBefore(from)).toList();
  }
}
