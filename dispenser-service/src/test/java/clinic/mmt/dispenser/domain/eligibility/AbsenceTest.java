package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.eligibility.DoseDay.Kind;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** how long somebody has been away, for who calls and who ends the episode. */
class AbsenceTest {

  private static final LocalDate TODAY = Someone.MONDAY_1ST;

  private static DoseDay dose(int daysAgo, boolean confirmed) {
    return DoseDay.of(TODAY.minusDays(daysAgo), Mass.ofMilligrams(80), Kind.OBSERVED, confirmed);
  }

  @Test
  void daysAreCountedFromTheLastCoveredOneToYesterday() {
    assertEquals(
        Optional.of(new Absence(TODAY.minusDays(4), 3)),
        Absence.of(TODAY, List.of(dose(9, true), dose(4, true))));
    assertEquals(
        Optional.of(new Absence(TODAY.minusDays(1), 0)), Absence.of(TODAY, List.of(dose(1, true))));
  }

  @Test
  void aDoseOfTodayEndsItUnlessItIsInDoubt() { // in doubt it is no covered day
    assertEquals(Optional.empty(), Absence.of(TODAY, List.of(dose(4, true), dose(0, true))));
    assertEquals(
        Optional.of(new Absence(TODAY.minusDays(4), 3)),
        Absence.of(TODAY, List.of(dose(4, true), dose(0, false))));
  }

  @Test
  void ofWhomNoDoseIsKnownNobodySaysHowLong() {
    assertEquals(Optional.empty(), Absence.of(TODAY, List.of()));
    assertEquals(Optional.empty(), Absence.of(TODAY, List.of(dose(4, false))));
  }
}
