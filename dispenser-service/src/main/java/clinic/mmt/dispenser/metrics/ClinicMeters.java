package clinic.mmt.dispenser.metrics;

import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.degraded.PowerSeen;
import clinic.mmt.dispenser.app.device.DeviceLook;
import clinic.mmt.dispenser.app.device.DeviceLook.Counted;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.device.Lines;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Meters of the clinic. Tags come from closed sets: stations, devices, states; never a person. */
public final class ClinicMeters {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, AtomicInteger> devices = new ConcurrentHashMap<>();
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private final PowerMeters power = new PowerMeters(registry);

  private record Seen(DoseId dose, Phase phase) {}

  /** Meters of one process. */
  @SuppressWarnings("resource")
  public ClinicMeters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
  }

  /** When the last good backup was begun; asked at each reading. */
  public void backups(Supplier<Optional<Instant>> last) {
    Gauge.builder(
            "mmt_backup_last_success_timestamp_seconds",
            last,
            supplier -> supplier.get().map(Instant::getEpochSecond).orElse(0L))
        .description("When the last good backup was begun, seconds since 1970; 0 for none")
        .strongReference(true)
        .register(registry);
  }

  /** What the line of each device went through; asked at each reading. */
  public void lines(Lines lines) {
    for (DeviceLook look : lines.all()) {
      line(lines, look, "timeouts", "Questions without an answer in time", Counted::timeouts);
      line(lines, look, "bad_frames", "Bytes that were no message", Counted::badFrames);
      line(lines, look, "retries", "Questions that were asked again", Counted::retries);
      line(lines, look, "reopened", "How often the port was opened again", Counted::reopened);
    }
  }

  private void line(
      Lines lines, DeviceLook of, String what, String words, ToLongFunction<Counted> count) {
    FunctionCounter.builder(
            "mmt_device_" + what + "_total",
            lines,
            l -> (double) count.applyAsLong(l.counted(of.name())))
        .description(words)
        .tag("station", of.station())
        .tag("device", of.name())
        .tag("kind", of.kind())
        .register(registry);
  }

  /** Where {@code /metrics} reads. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /** A counter changed. */
  public void accept(Snapshot snapshot) {
    String station = snapshot.station().value();
    snapshot.devices().forEach(d -> up(station, d));
    lane(station, "scale", snapshot.onScale());
    lane(station, "watched", snapshot.watched());
    snapshot.power().map(PowerSeen::power).ifPresent(power::seen);
  }

  private void lane(String station, String lane, Optional<State> state) {
    String key = station + "/" + lane;
    if (state.isEmpty()) {
      seen.remove(key);
      return;
    }
    Seen now = new Seen(state.get().dose().id(), state.get().phase());
    if (!now.equals(seen.put(key, now))) {
      Counter.builder("mmt_dose_states_total")
          .description("States that doses reached")
          .tag("station", station)
          .tag("state", now.phase().name().toLowerCase(Locale.ROOT))
          .register(registry)
          .increment();
    }
  }

  private void up(String station, DeviceStatus device) {
    devices
        .computeIfAbsent(
            device.name(),
            name -> {
              AtomicInteger value = new AtomicInteger();
              Gauge.builder("mmt_device_up", value, AtomicInteger::get)
                  .description("1 when the device is there and is the expected one")
                  .tag("station", station)
                  .tag("device", name)
                  .tag("kind", device.kind())
                  .register(registry);
              return value;
            })
        .set(device.up() ? 1 : 0);
  }
}
