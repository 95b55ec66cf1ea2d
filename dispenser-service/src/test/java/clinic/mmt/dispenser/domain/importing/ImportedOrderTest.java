package clinic.mmt.dispenser.domain.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** what a signed list makes of an order that came from a file. */
class ImportedOrderTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final LocalDate KNOWN = FIRST.minusDays(1);

  private static ImportedOrder order(int line, long micrograms, int days, Oddity... oddities) {
    return new ImportedOrder(
        new PrescriptionId("R-1"),
        "F-1",
        line,
        new PatientId("P-1"),
        Stage.MAINTENANCE,
        new Mass(micrograms),
        new Prescription.Days(FIRST, FIRST.plusDays(days)),
        KNOWN,
        List.of(oddities));
  }

  /** two signatures under a list lift the ceiling, and nothing of the patient's doses. */
  @ParameterizedTest
  @CsvSource({
    "'', false, false",
    "NO_LAST_DOSE, false, false",
    "OVER_CEILING, true, true",
    "OVER_CEILING OLD, true, true",
    "RISE_HIGH, true, false",
    "OVER_CEILING RISE_HIGH, true, false"
  })
  void twoSignaturesLiftTheCeilingAndNoLimitOfThePatient(
      String odd, boolean second, boolean lifted) {
    Oddity[] oddities =
        Arrays.stream(odd.split(" "))
            .filter(o -> !o.isEmpty())
            .map(Oddity::valueOf)
            .toArray(Oddity[]::new);
    ImportedOrder order = order(1, 85_000, 20, oddities);
    assertEquals(second, order.needsSecond());
    Prescription active = order.activated(new StaffId("S-1"));
    assertEquals(lifted, active.signature().overLimits());
    assertEquals(KNOWN, active.signature().day(), "absences after the list are judged anew");
    assertEquals(Mass.ofMilligrams(85), active.steps().getFirst().dose());
    assertEquals(FIRST, active.steps().getFirst().from());
    assertEquals(FIRST.plusDays(20), active.lastDay());
    assertEquals("ImportedOrder[R-1]", order.toString());
  }

  @Test
  void anOrderIsOfALineMoreThanNothingAndEnds() {
    assertEquals(FIRST, order(1, 1, 0).days().last(), "the least of all");
    assertThrows(IllegalArgumentException.class, () -> order(0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> order(1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> order(1, 1, -1));
  }

  /** what depends on the last dose still stops it after the list is signed. */
  @Test
  void onlyTheOdditiesOfTheLastDoseAreOfThePatient() {
    assertEquals(
        "FIRST_DOSE_HIGH RISE_HIGH FAR_FROM_LAST TENFOLD",
        Arrays.stream(Oddity.values())
            .filter(Oddity::ofThePatient)
            .map(Enum::name)
            .collect(Collectors.joining(" ")));
    assertTrue(Oddity.OVER_CEILING.needsSecond());
    assertFalse(Oddity.OVER_CEILING.ofThePatient());
  }

  @ParameterizedTest
  @EnumSource(Oddity.class)
  void everyOddityIsToldWithItsRuleAndColumnInBothLanguages(Oddity oddity) {
    assertTrue(oddity.code().matches("[a-z]+(-[a-z]+)*"), oddity::code);
    assertTrue(oddity.rule().matches("R-\\d+"), oddity::rule);
    assertTrue(oddity.column().matches("[a-z_]+"), oddity::column);
    assertFalse(oddity.english().isBlank());
    assertFalse(oddity.vietnamese().isBlank());
  }
}
