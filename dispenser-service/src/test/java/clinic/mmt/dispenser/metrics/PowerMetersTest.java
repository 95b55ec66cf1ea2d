package clinic.mmt.dispenser.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.degraded.Power;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the counters run on, as meters. */
class PowerMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final PowerMeters meters = new PowerMeters(registry);

  private double of(String state) {
    return registry.get("mmt_power").tag("state", state).gauge().value();
  }

  private double seconds() {
    return registry.get("mmt_battery_seconds").gauge().value();
  }

  @Test
  void withoutAUpsThereIsNoMeter() {
    assertEquals(0, registry.getMeters().size());
  }

  @Test
  void exactlyOneStateHoldsAndTheTimeIsKnownOnTheBatteryOnly() {
    meters.seen(new Power.Mains());
    assertEquals(1, of("mains"));
    assertEquals(0, of("battery"));
    assertEquals(Double.NaN, seconds());
    meters.seen(new Power.OnBattery(Optional.of(Duration.ofMinutes(9)), Optional.empty()));
    assertEquals(0, of("mains"));
    assertEquals(1, of("battery"));
    assertEquals(540, seconds());
    meters.seen(new Power.OnBattery(Optional.empty(), Optional.empty()));
    assertEquals(Double.NaN, seconds());
    meters.seen(new Power.Unknown(Power.Why.NO_ANSWER));
    assertEquals(1, of("unknown"));
    assertEquals(0, of("battery"));
  }
}
