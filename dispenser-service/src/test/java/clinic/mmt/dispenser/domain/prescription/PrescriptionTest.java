package clinic.mmt.dispenser.domain.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription.SignedBy;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A prescription has a beginning, an end, and a dose for every day between. */
class PrescriptionTest {

  private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

  private static DoseStep step(int day, long milligrams) {
    return new DoseStep(FIRST.plusDays(day), Mass.ofMilligrams(milligrams));
  }

  private static Prescription over(int days, DoseStep... steps) {
    return new Prescription(
        new PrescriptionId("R-1"),
        new PatientId("P-1"),
        Stage.TAPER,
        List.of(steps),
        FIRST,
        FIRST.plusDays(days - 1L),
        new SignedBy(new StaffId("S-1"), FIRST, false));
  }

  private static void refused(String why, Runnable make) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, make::run);
    assertEquals(why, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "9, true", "10, false"})
  void itCoversBothItsEnds(int day, boolean covers) {
    assertEquals(covers, over(10, step(0, 60)).covers(FIRST.plusDays(day)));
  }

  @ParameterizedTest
  @CsvSource({"-1, 60", "0, 60", "4, 60", "5, 50", "9, 50"})
  void eachDayHasTheDoseOfItsStep(int day, long milligrams) {
    Prescription taper = over(10, step(0, 60), step(5, 50));
    assertEquals(Mass.ofMilligrams(milligrams), taper.doseOn(FIRST.plusDays(day)));
  }

  @Test
  void oneDayIsEnoughAndNoneIsNot() {
    assertTrue(over(1, step(0, 60)).covers(FIRST));
    refused("a prescription ends on or after its first day", () -> over(0, step(0, 60)));
  }

  @Test
  void itsStepsBeginOnTheFirstDayAndFollowEachOtherToTheLast() {
    refused("the first step is on the first day", () -> over(10));
    refused("the first step is on the first day", () -> over(10, step(1, 60)));
    String follow = "steps follow each other up to the last day";
    refused(follow, () -> over(10, step(0, 60), step(0, 50)));
    refused(follow, () -> over(10, step(0, 60), step(10, 50)));
    assertEquals(2, over(10, step(0, 60), step(9, 50)).steps().size());
  }

  @Test
  void aDoseIsMoreThanNothing() {
    assertEquals(1, new DoseStep(FIRST, Mass.ofMicrograms(1)).dose().micrograms());
    refused("a daily dose is more than nothing", () -> step(0, 0));
  }

  @Test
  void anIdIsOpaqueText() {
    refused("not an id: a b", () -> new PrescriptionId("a b"));
  }

  @Test
  void inLogsItIsAnIdAndItsDosesAreNothing() {
    assertEquals("Prescription[R-1]", over(1, step(0, 60)).toString());
    assertEquals("DoseStep[•••]", step(0, 60).toString());
  }

  /** both parts of a split dose are something. */
  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "59999, true", "60000, false", "60001, false"})
  void aLaterPartIsMoreThanNothingAndLessThanAll(long micrograms, boolean may) {
    Optional<Mass> later = Optional.of(new Mass(micrograms));
    if (may) {
      assertEquals(later, new DoseStep(FIRST, Mass.ofMilligrams(60), later).later());
    } else {
      refused(
          "a later part is more than nothing and less than all",
          () -> new DoseStep(FIRST, Mass.ofMilligrams(60), later));
    }
  }

  @Test
  void eachDayHasTheLaterPartOfItsStep() {
    Optional<Mass> later = Optional.of(Mass.ofMilligrams(20));
    DoseStep split = new DoseStep(FIRST.plusDays(5), Mass.ofMilligrams(50), later);
    assertEquals(Optional.empty(), over(10, step(0, 60), split).laterOn(FIRST.plusDays(4)));
    assertEquals(later, over(10, step(0, 60), split).laterOn(FIRST.plusDays(5)));
  }

  @Test
  void aDailyDoseIsMoreThanNothing() {
    refused("a daily dose is more than nothing", () -> new DoseStep(FIRST, Mass.ZERO));
    assertEquals(1, new DoseStep(FIRST, new Mass(1)).dose().micrograms());
  }
}
