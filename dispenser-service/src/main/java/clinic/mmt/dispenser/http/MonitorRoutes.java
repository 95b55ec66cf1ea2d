package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.monitor.ClinicMonitor;
import clinic.mmt.dispenser.app.monitor.DeviceDay;
import clinic.mmt.dispenser.app.monitor.Overview;
import clinic.mmt.dispenser.domain.dispense.StationId;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The clinic at a glance, for the head and for a screen on a wall of the staff. Counts only;
 * anybody of the staff may see it.
 */
final class MonitorRoutes {

  private static final Duration HOLDS = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Clinic clinic;
  private final LiveHub hub;
  private final DeviceDay devices;
  private final Fresh<Overview> overview;

  MonitorRoutes(Vertx vertx, Clinic clinic, LiveHub hub) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.hub = hub;
    this.devices = new DeviceDay(clinic.house().calendar()::beginOf);
    List<StationId> stations = stations().map(StationId::new).toList();
    ClinicMonitor monitor =
        new ClinicMonitor(clinic.house(), clinic.sites().name().value(), stations);
    this.overview = new Fresh<>(clinic.house().timers(), HOLDS, monitor::now);
    hub.watch(this::see);
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of("monitor", call -> call.beside(vertx, () -> answer(call)));
  }

  private void answer(Call call) {
    see();
    List<DeviceDay.Line> lines =
        devices.lines(clinic.house().calendar().today(), clinic.house().clock().instant());
    call.ok(
        MonitorJson.of(overview.get(), clinic.house().calendar())
            .put("site", clinic.sites().name().value())
            .put("stations", MonitorJson.stations(stations().toList(), hub))
            .put("devices", MonitorJson.devices(lines, clinic.house().calendar())));
  }

  private Stream<String> stations() {
    return clinic.counters().keySet().stream().sorted();
  }

  /** What every device is now; told with each change of a counter. */
  private void see() {
    stations().flatMap(station -> hub.at(station).stream()).forEach(this::see);
  }

  private void see(Snapshot counter) {
    for (DeviceStatus device : counter.devices()) {
      devices.see(
          new DeviceDay.Name(counter.station().value(), device.kind(), device.name()),
          is(counter, device),
          clinic.house().calendar().today(),
          clinic.house().clock().instant());
    }
  }

  private static DeviceDay.Is is(Snapshot counter, DeviceStatus device) {
    if (!device.up()) {
      return DeviceDay.Is.LOST;
    }
    return device.kind().equals("pump") ? pump(counter) : DeviceDay.Is.READY;
  }

  private static DeviceDay.Is pump(Snapshot counter) {
    Optional<DeviceDay.Is> dose =
        counter
            .onScale()
            .map(
                state ->
                    switch (state.phase()) {
                      case STARTING, POURING, SETTLING, TOP_UP -> DeviceDay.Is.BUSY;
                      case STOPPED, DISCREPANCY, OUTCOME_UNKNOWN -> DeviceDay.Is.TROUBLE;
                      case REVIEWING,
                          REFERRED,
                          WAITING,
                          LEFT_BEFORE_POUR,
                          ARMED,
                          VOIDED,
                          MEASURED,
                          HELD,
                          HANDED_OVER,
                          CONSUMED,
                          PARTLY_TAKEN,
                          REFUSED,
                          SPILLED,
                          TAKEN_AWAY,
                          UNCERTAIN,
                          DISCARDED ->
                          DeviceDay.Is.READY;
                    });
    return dose.orElse(DeviceDay.Is.READY);
  }
}
