package clinic.mmt.dispenser.metrics;

import clinic.mmt.dispenser.domain.degraded.Power;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What the counters run on; nothing is shown before a UPS told something. */
final class PowerMeters {

  private final MeterRegistry registry;
  private final AtomicReference<Optional<Power>> last = new AtomicReference<>(Optional.empty());

  PowerMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void seen(Power power) {
    if (last.getAndSet(Optional.of(power)).isEmpty()) {
      state("mains", Power.Mains.class);
      state("battery", Power.OnBattery.class);
      state("unknown", Power.Unknown.class);
      Gauge.builder("mmt_battery_seconds", this, PowerMeters::seconds)
          .description("How long the battery lasts; NaN on mains or where nobody knows")
          .register(registry);
    }
  }

  private void state(String name, Class<? extends Power> state) {
    Gauge.builder(
            "mmt_power",
            this,
            meters -> meters.last.get().filter(state::isInstance).isPresent() ? 1 : 0)
        .description("1 for what the counters run on")
        .tag("state", name)
        .register(registry);
  }

  private double seconds() {
    return last.get()
        .filter(Power.OnBattery.class::isInstance)
        .map(Power.OnBattery.class::cast)
        .flatMap(Power.OnBattery::left)
        .map(left -> (double) left.toSeconds())
        .orElse(Double.NaN);
  }
}
