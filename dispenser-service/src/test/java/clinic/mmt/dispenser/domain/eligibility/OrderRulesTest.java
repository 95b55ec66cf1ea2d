package clinic.mmt.dispenser.domain.eligibility;

import static clinic.mmt.dispenser.domain.eligibility.Someone.MONDAY_1ST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.eligibility.OrderRules.Looked;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a prescription needs before it is signed. */
class OrderRulesTest {

  private static final LocalDate DAY = MONDAY_1ST;
  private static final OrderRules RULES = new OrderRules(RulesMadeUp.rules());

  private static Prescription daily(long milligrams) {
    return Prescription.daily(
        new PrescriptionId("R-1"),
        new PatientId("P-1"),
        Mass.ofMilligrams(milligrams),
        new Prescription.Days(DAY, DAY.plusDays(2)),
        new StaffId("S-1"));
  }

  /** Doses of 80 mg up to so many days ago. */
  private static List<DoseDay> upTo(int ago) {
    List<DoseDay> doses = new ArrayList<>();
    for (int i = 20; i >= ago; i--) {
      doses.addAll(Someone.on(DAY).took(DAY.minusDays(i), 80).patientDay().doses());
    }
    return doses;
  }

  private static List<ReasonCode> second(long milligrams, int lastDoseAgo, long stable) {
    Looked looked =
        RULES.look(daily(milligrams), upTo(lastDoseAgo), Optional.of(Mass.ofMilligrams(stable)));
    return looked.second().stream().map(Reason::code).toList();
  }

  /** from twice and down to half of the last order on, somebody else looks too. */
  @ParameterizedTest
  @CsvSource({"100, 50, true", "99, 50, false", "40, 80, true", "41, 80, false"})
  void twiceAndHalfOfTheLastOrderNeedASecondSignature(long milligrams, long stable, boolean asked) {
    assertEquals(asked, second(milligrams, 1, stable).contains(ReasonCode.FAR_FROM_LAST));
  }

  @Test
  void withoutAnEarlierOrderNothingIsFarFromIt() {
    assertTrue(RULES.look(daily(80), upTo(1), Optional.empty()).second().isEmpty());
  }

  /** half is what the table proposes after an absence that changes the amount. */
  @ParameterizedTest
  @CsvSource({"1, true", "4, true", "5, false", "8, false"})
  void halfIsNoSlipAfterAnAbsenceThatChangesTheAmount(int lastDoseAgo, boolean asked) {
    assertEquals(asked, second(40, lastDoseAgo, 80).contains(ReasonCode.FAR_FROM_LAST));
  }

  @Test
  void halfOfAnOrderThatNobodyEverTookIsAskedAbout() {
    Looked looked = RULES.look(daily(20), List.of(), Optional.of(Mass.ofMilligrams(40)));
    assertEquals(
        List.of(ReasonCode.FAR_FROM_LAST), looked.second().stream().map(Reason::code).toList());
  }

  /** each reason once, however many days it holds for; and all of them. */
  @Test
  void aReasonOfEveryDayIsToldOnceAndEachReasonIsTold() {
    assertEquals(
        List.of(ReasonCode.STEP_HIGH, ReasonCode.WEEK_HIGH, ReasonCode.OVER_CEILING),
        second(121, 1, 80));
  }

  @Test
  void whatOnlyInformsIsNoLimitOfADay() {
    Looked looked = RULES.look(daily(30), List.of(), Optional.empty());
    assertEquals(3, looked.days().size());
    assertTrue(looked.days().stream().allMatch(day -> day.reasons().isEmpty()));
    assertTrue(looked.second().isEmpty());
  }
}
