package clinic.mmt.dispenser.app.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.DoseDay.Kind;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days of a record on which a dose was ordered and none is known. */
class OrderedDaysTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final Prescription ORDER =
      new Prescription(
          new PrescriptionId("Rx-1"),
          new PatientId("P-1"),
          Stage.MAINTENANCE,
          List.of(new DoseStep(TODAY.minusDays(30), Mass.ofMilligrams(80))),
          TODAY.minusDays(30),
          TODAY.plusDays(30),
          new Prescription.SignedBy(new StaffId("S-1"), TODAY.minusDays(31), true));

  /** An order on these days back from today. */
  private static OrderedDays ordered(int... daysBack) {
    Map<LocalDate, Prescription> orders = new LinkedHashMap<>();
    for (int back : daysBack) {
      orders.put(TODAY.minusDays(back), ORDER);
    }
    return new OrderedDays(orders);
  }

  private static DoseDay dose(int daysBack, Kind kind, boolean confirmed) {
    return DoseDay.of(TODAY.minusDays(daysBack), Mass.ofMilligrams(80), kind, confirmed);
  }

  @Test
  void aDayIsMissedWhenItWasOrderedOpenAndNothingCoversIt() {
    List<DoseDay> doses =
        List.of(
            dose(5, Kind.OBSERVED, true),
            dose(4, Kind.TAKE_HOME, true),
            dose(3, Kind.GUEST, false));
    Set<LocalDate> closed = Set.of(TODAY.minusDays(2));
    assertEquals(
        List.of(TODAY.minusDays(6), TODAY.minusDays(3), TODAY.minusDays(1)),
        ordered(6, 5, 4, 3, 2, 1, 0, -1).missed(doses, closed, TODAY),
        "in doubt covers nothing; a closed day, today and days to come are not missed");
  }

  @Test
  void aDayWithoutAnOrderIsNotMissed() {
    assertEquals(List.of(TODAY.minusDays(6)), ordered(6).missed(List.of(), Set.of(), TODAY));
  }

  @Test
  void eachOrderIsToldOnce() {
    assertEquals(List.of(ORDER), List.copyOf(ordered(3, 2, 1).each()));
  }
}
