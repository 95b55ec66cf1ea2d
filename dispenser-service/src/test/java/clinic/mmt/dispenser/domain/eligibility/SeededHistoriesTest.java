package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.eligibility.DoseDay.Kind;
import clinic.mmt.dispenser.domain.eligibility.Verdict.Decision;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every history, by every profile. A failure names the seed. */
class SeededHistoriesTest {

  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final int PATIENTS = 400;
  private static final int DAYS = 120;
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

  @ParameterizedTest
  @ValueSource(strings = {"VN-2024", "US-2024", "AU-2003", "WHO-2009"})
  void noHistoryLeadsBeyondTheRules(String profile) {
    int poured = 0;
    for (long seed = 1; seed <= PATIENTS; seed++) {
      poured += live(profile, seed);
    }
    assertTrue(poured > PATIENTS * 20, "histories in which hardly anybody is dosed show nothing");
  }

  /** The control: rules that let steps of 100 mg through must be found by the same histories. */
  @Test
  void aWrongStepWouldBeFound() {
    TreatmentRules vietnam = Someone.rules("VN-2024");
    Mass most = Mass.ofMilligrams(15);
    boolean found = false;
    for (long seed = 1; seed <= PATIENTS && !found; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int last = 20 + random.nextInt(100);
      Someone someone =
          Someone.on(FIRST)
              .ordered(Stage.MAINTENANCE, last + random.nextInt(60), FIRST)
              .signedByTwo()
              .took(FIRST.minusDays(1), last);
      Verdict verdict = new Eligibility(vietnam).decide(someone.patientDay());
      found = verdict.dose().minus(Mass.ofMilligrams(last)).isMoreThan(most);
    }
    assertTrue(found, "two signatures lift the step, so some dose rises by more");
  }

  /** One invented patient on many days; the answer is how often something was poured. */
  private static int live(String profile, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TreatmentRules rules = Someone.rules(profile);
    Eligibility eligibility = new Eligibility(rules);
    Someone someone = Someone.on(FIRST);
    Ordered order = new Ordered(Stage.INDUCTION, 20, FIRST);
    Mass last = Mass.ZERO;
    int poured = 0;
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = FIRST.plusDays(i);
      order = random.nextInt(6) == 0 ? changed(order, random, day) : order;
      Someone today =
          someone.copyOn(day).ordered(order.stage, order.milligrams, order.from, order.to());
      Verdict verdict = eligibility.decide(today.patientDay());
      check(verdict, order, last, rules, profile + " seed " + seed + " day " + i);
      boolean comes = random.nextInt(10) > 1;
      if (comes && verdict.decision() == Decision.DISPENSE) {
        boolean seen = random.nextInt(25) > 0;
        someone.took(day, verdict.dose().micrograms() / 1000, Kind.OBSERVED, seen);
        last = seen ? verdict.dose() : last;
        poured++;
        assertEquals(
            Decision.REFUSE,
            eligibility
                .decide(
                    someone
                        .copyOn(day)
                        .ordered(order.stage, order.milligrams, order.from, order.to())
                        .patientDay())
                .decision(),
            "a second dose: " + profile + " seed " + seed + " day " + i);
      } else if (comes && verdict.proposed().isMoreThan(Mass.ZERO)) {
        order = new Ordered(order.stage, verdict.proposed().micrograms() / 1000, day);
      }
    }
    return poured;
  }

  private static void check(
      Verdict verdict, Ordered order, Mass last, TreatmentRules rules, String where) {
    assertFalse(verdict.reasons().isEmpty(), "explained: " + where);
    for (Reason reason : verdict.reasons()) {
      assertTrue(
          reason.code().weight() == Weight.INFORMS || reason.code().lifter() != Lifter.NOBODY,
          "a way on: " + where);
    }
    Mass amount = verdict.dose().plus(verdict.proposed());
    assertFalse(amount.isMoreThan(Mass.ofMilligrams(order.milligrams)), "never above: " + where);
    rules.ceiling().ifPresent(c -> assertFalse(amount.isMoreThan(c), "ceiling: " + where));
    if (verdict.decision() == Decision.DISPENSE) {
      assertTrue(verdict.dose().isMoreThan(Mass.ZERO), "something: " + where);
      Mass step = rules.rises().later().step().orElseThrow();
      Mass from = last.equals(Mass.ZERO) ? rules.firstDose() : last;
      Mass most = from.plus(step).orMore(rules.firstDose());
      assertFalse(verdict.dose().isMoreThan(most), "above last taken and a step: " + where);
    }
  }

  private record Ordered(Stage stage, long milligrams, LocalDate from) {
    LocalDate to() {
      return from.plusDays(stage == Stage.MAINTENANCE ? 29 : 4);
    }
  }

  private static Ordered changed(Ordered order, SplittableRandom random, LocalDate day) {
    Stage stage = STAGES.get(random.nextInt(STAGES.size()));
    long dose = Math.max(1, order.milligrams + random.nextInt(60) - 20);
    return new Ordered(stage, dose, day);
  }
}
