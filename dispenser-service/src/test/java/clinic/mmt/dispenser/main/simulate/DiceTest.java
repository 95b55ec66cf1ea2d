package clinic.mmt.dispenser.main.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No two clinics of any seeds live the same life (issue 3). */
class DiceTest {

  private static final int MANY = 200;

  @Test
  void everyClinicOfEverySeedHasItsOwnStream() {
    Set<Long> seen = new HashSet<>();
    for (long seed = 0; seed < MANY; seed++) {
      for (long clinic = 0; clinic < MANY; clinic++) {
        assertTrue(seen.add(Dice.of(seed, clinic).bits()), "seed " + seed + ", clinic " + clinic);
      }
    }
  }

  @Test
  void theSameNumbersGiveTheSameStreamAndTheirOrderCounts() {
    assertEquals(Dice.of(7, 1, 2).bits(), Dice.of(7, 1, 2).bits());
    assertNotEquals(Dice.of(7, 1, 2).bits(), Dice.of(7, 2, 1).bits());
    assertNotEquals(Dice.of(3, 0).bits(), Dice.of(1, 2).bits());
  }
}
