package clinic.mmt.sim.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Mass;
import org.junit.jupiter.api.Test;

class LoadCellTest {

  private static final long STEP = 2_000_000;
  private static final Mass DIGIT = Mass.ofMilligrams(10);

  private static long millisUntilStable(LoadCell cell, Mass load) {
    for (long millis = 2; millis < 10_000; millis += 2) {
      cell.advance(STEP, load);
      if (cell.isStable() && millis > 20) {
        return millis;
      }
    }
    return Long.MAX_VALUE;
  }

  @Test
  void aChangedLoadIsStableAfterOneToTwoSeconds() {
    LoadCell cell = new LoadCell(DIGIT, 1);
    cell.advance(STEP, Mass.ZERO);
    assertTrue(cell.isStable());
    long millis = millisUntilStable(cell, Mass.ofMilligrams(12_000));
    assertTrue(millis >= 800 && millis <= 2200, "stable after " + millis + " ms");
    assertEquals(12_000_000.0, (double) cell.reading().micrograms(), 15_000.0, "1.5 digits");
  }

  @Test
  void aRisingLoadIsNeverStable() {
    LoadCell cell = new LoadCell(DIGIT, 1);
    long load = 0;
    for (int i = 0; i < 1000; i++) {
      load += 300;
      cell.advance(STEP, new Mass(load));
      assertFalse(i > 100 && cell.isStable(), "150 mg/s at tick " + i);
    }
  }

  /** Half way between two digits noise alone would make the last one flicker. */
  @Test
  void atRestTheReadingIsHeld() {
    LoadCell cell = new LoadCell(DIGIT, 1);
    Mass betweenDigits = new Mass(5_005_000);
    millisUntilStable(cell, betweenDigits);
    Mass first = cell.reading();
    for (int i = 0; i < 5000; i++) {
      cell.advance(STEP, betweenDigits);
      assertEquals(first, cell.reading(), "tick " + i);
    }
  }
}
