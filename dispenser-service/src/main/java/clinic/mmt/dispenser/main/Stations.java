package clinic.mmt.dispenser.main;

import clinic.mmt.device.Device;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.LineCounters;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.Scale;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.catalog.Catalog;
import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.catalog.Opened;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.device.Demand;
import clinic.mmt.dispenser.app.device.DeviceLook;
import clinic.mmt.dispenser.app.device.Lines;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.station.StationDriver;
import clinic.mmt.dispenser.station.StationSetup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the devices of all stations and puts a counter before each. */
final class Stations implements Lines, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Stations.class);

  /** The pump stops by itself after this long without a word from us. */
  private static final int WATCHDOG_SECONDS = 5;

  private static final long NANOS_IN_MILLI = 1_000_000;

  private final List<Named> devices = new ArrayList<>();
  private final Map<String, Counter> counters = new LinkedHashMap<>();

  private record Named(String station, String kind, Device device, Demand demand) {}

  Map<String, Counter> counters() {
    return counters;
  }

  void open(ServiceConfig config, House house, Queues queues) throws ConfigException {
    for (ServiceConfig.Station station : config.stations()) {
      PortTwins.of(specs(station)).forEach(LOG::warn);
      Executor queue = queues.named("station-" + station.name());
      Optional<TokenReader> scanner = Optional.empty();
      if (station.scanner().isPresent()) {
        scanner =
            Optional.of(
                this.<TokenReader>keep(
                    station, "scanner", Catalog.openToken(station.scanner().get())));
      }
      StationDriver.Rig rig =
          new StationDriver.Rig(
              this.<Pump>keep(station, "pump", Catalog.openPump(station.pump())),
              this.<Scale>keep(station, "scale", Catalog.openDoseScale(station.scale())),
              this.<FingerprintReader>keep(
                  station, "fingerprint", Catalog.openFingerprint(station.fingerprint())),
              this.<TokenReader>keep(station, "token", Catalog.openToken(station.token())),
              scanner);
      StationSetup setup =
          new StationSetup(
              new PumpSetup(station.rate(), station.diameterMicrometres(), WATCHDOG_SECONDS),
              house::profile,
              expected(station, house),
              station.demands());
      StationDriver driver = new StationDriver(rig, setup, house.timers(), queue);
      counters.put(
          station.name(), new Counter(house, new StationId(station.name()), driver, queue));
    }
  }

  /** A unit that was put in place since is the right one, whatever the configuration says. */
  private static Map<String, String> expected(ServiceConfig.Station station, House house) {
    Map<String, String> expected = new HashMap<>(station.expected());
    house.journal().look(reads -> reads.pumps().units()).entrySet().stream()
        .filter(unit -> unit.getKey().startsWith(station.name() + "-"))
        .forEach(unit -> expected.put(unit.getKey(), unit.getValue()));
    return expected;
  }

  private static List<DeviceSpec> specs(ServiceConfig.Station station) {
    List<DeviceSpec> specs =
        new ArrayList<>(
            List.of(station.pump(), station.scale(), station.fingerprint(), station.token()));
    station.scanner().ifPresent(specs::add);
    return specs;
  }

  private <D extends Device> D keep(ServiceConfig.Station station, String kind, Opened<D> opened)
      throws ConfigException {
    return switch (opened) {
      case Opened.Good<D>(D device) -> {
        Demand demand = station.demands().getOrDefault(device.name(), Demand.NONE);
        devices.add(new Named(station.name(), kind, device, demand));
        yield device;
      }
      case Opened.Wrong<D>(var error) -> throw new ConfigException(error.text());
    };
  }

  @Override
  public List<DeviceLook> all() {
    return devices.stream().map(Stations::look).toList();
  }

  @Override
  public DeviceLook.Counted counted(String device) {
    return devices.stream()
        .filter(named -> named.device().name().equals(device))
        .findFirst()
        .map(named -> counted(named.device().counters()))
        .orElse(DeviceLook.Counted.NOTHING);
  }

  private static DeviceLook.Counted counted(LineCounters c) {
    return new DeviceLook.Counted(c.timeouts(), c.badFrames(), c.retries(), c.reopened());
  }

  private static DeviceLook look(Named named) {
    long now = System.nanoTime();
    return new DeviceLook(
        named.station(),
        named.device().name(),
        named.kind(),
        named.demand().least(),
        counted(named.device().counters()),
        named.device().frames().stream()
            .map(
                f ->
                    new DeviceLook.Frame(
                        Math.max(0, now - f.atNanos()) / NANOS_IN_MILLI,
                        f.toDevice(),
                        f.hex(),
                        f.meaning()))
            .toList());
  }

  @Override
  public void close() {
    devices.forEach(named -> named.device().close());
  }
}
