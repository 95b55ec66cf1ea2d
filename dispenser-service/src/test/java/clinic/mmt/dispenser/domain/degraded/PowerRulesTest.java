package clinic.mmt.dispenser.domain.degraded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** on too little battery no new pour begins; nothing else stops one. */
class PowerRulesTest {

  private static final Duration FLOOR = Duration.ofMinutes(10);

  private static Power.OnBattery battery(Optional<Integer> minutes) {
    return new Power.OnBattery(minutes.map(Duration::ofMinutes), Optional.of(50));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "9, false", "10, true", "11, true"})
  void onTheBatteryAPourBeginsFromTheFloorOn(int minutes, boolean begins) {
    assertEquals(begins, battery(Optional.of(minutes)).newPoursBegin(FLOOR));
  }

  @Test
  void aBatteryOfWhichNobodyKnowsHowLongItLastsBeginsNone() {
    assertEquals(false, battery(Optional.empty()).newPoursBegin(Duration.ZERO));
  }

  @Test
  void onMainsAPourBegins() {
    assertTrue(new Power.Mains().newPoursBegin(FLOOR));
  }

  @ParameterizedTest
  @EnumSource(Power.Why.class)
  void aUpsThatSaysNothingStopsNothing(Power.Why why) { // refusing everyone is a harm too
    assertTrue(new Power.Unknown(why).newPoursBegin(FLOOR));
  }
}
