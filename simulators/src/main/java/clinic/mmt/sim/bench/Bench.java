package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.core.FrontPanel;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.physics.Truth;
import clinic.mmt.sim.physics.World;
import clinic.mmt.sim.session.Recorder;
import clinic.mmt.sim.session.SessionHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** All simulated devices of a process. May be used by any thread. */
public final class Bench implements AutoCloseable {

  private final Map<String, Station> stations = new LinkedHashMap<>();
  private final Map<String, SimDevice> devices = new LinkedHashMap<>();
  private final Map<String, Station> stationOfDevice = new LinkedHashMap<>();
  private final BenchSessions sessions;
  private volatile Speed speed;

  /** Builds the bench; no cable is plugged yet. */
  public Bench(BenchSpec spec, Cables cables, long seed, Speed speed) {
    this.speed = speed;
    Recorder recorder = new Recorder();
    sessions =
        new BenchSessions(
            this, recorder, () -> new SessionHeader(seed, this.speed.permille(), spec.text()));
    DeviceMaker maker = new DeviceMaker(cables, seed, recorder);
    for (DeviceSpec deviceSpec : spec.devices()) {
      String name = deviceSpec.station();
      Station station =
          stations.computeIfAbsent(
              name,
              key -> new Station(key, new World(spec.settings(key), maker.seedFor(key)), speed));
      SimDevice device = maker.make(deviceSpec, station.world());
      station.add(device);
      devices.put(deviceSpec.name(), device);
      stationOfDevice.put(deviceSpec.name(), station);
    }
  }

  /** Plugs every cable. */
  public void plugAll() {
    devices.keySet().forEach(this::plug);
  }

  /** Its stations, in the order of the bench file. */
  public List<Station> stations() {
    return List.copyOf(stations.values());
  }

  /** Its devices, in the order of the bench file. */
  public List<SimDevice> devices() {
    return List.copyOf(devices.values());
  }

  /** Recording what is said on its lines, and playing it again. */
  public BenchSessions sessions() {
    return sessions;
  }

  /** How much faster than real the physics go now. */
  public Speed speed() {
    return speed;
  }

  /** From the next tick on; not while a recording is on, whose file names one speed. */
  public Act speed(Speed faster) {
    return sessions.whileNoneIsRecorded(
        () -> {
          speed = faster;
          stations.values().forEach(station -> station.speed(faster));
        });
  }

  /** Whether there is such a station. */
  public boolean hasStation(String station) {
    return stations.containsKey(station);
  }

  /** Finds a device by name. */
  public Optional<SimDevice> device(String name) {
    return Optional.ofNullable(devices.get(name));
  }

  /** Does something in the world of a station, between two ticks. */
  public <T> T inWorld(String station, Function<World, T> work) {
    Station found = stations.get(station);
    if (found == null) {
      throw new IllegalArgumentException("no station " + station);
    }
    return found.inside(() -> work.apply(found.world()));
  }

  /** Hangs the spout of a station over the pan of {@code other}, or home over its own. */
  public void spoutOver(String station, String other) {
    World over = inWorld(other, world -> world);
    inWorld(
        station,
        world -> {
          world.spoutOver(over);
          return true;
        });
  }

  /** The station over whose pan the spout of this one hangs; usually its own. */
  public String spoutOf(String station) {
    Optional<World> over = inWorld(station, World::spoutOver);
    return stations.values().stream()
        .filter(other -> over.equals(Optional.of(other.world())))
        .map(Station::name)
        .findFirst()
        .orElse(station);
  }

  /** Where all liquid of a station is. */
  public Truth truth(String station) {
    return inWorld(station, World::truth);
  }

  <T> T withDevice(String name, Function<SimDevice, T> work) {
    SimDevice device = devices.get(name);
    Station station = stationOfDevice.get(name);
    if (device == null || station == null) {
      throw new IllegalArgumentException("no device " + name);
    }
    return station.inside(() -> work.apply(device));
  }

  private void act(String name, Consumer<SimDevice> work) {
    withDevice(
        name,
        device -> {
          work.accept(device);
          return true;
        });
  }

  /** Plugs the cable and makes the link. */
  public void plug(String name) {
    act(name, SimDevice::plug);
  }

  /** Pulls the cable: hosts see a hang-up, the link goes away. */
  public void unplug(String name) {
    act(name, SimDevice::unplug);
  }

  /** Takes the supply away. */
  public void powerOff(String name) {
    act(name, SimDevice::powerOff);
  }

  /** Gives the supply back. */
  public void powerOn(String name) {
    act(name, SimDevice::powerOn);
  }

  /** Puts another unit of the model in its place. */
  public void swap(String name) {
    act(name, SimDevice::swap);
  }

  /** Sets a fault. */
  public void setFault(String name, Fault fault) {
    act(name, device -> device.faults().set(fault));
  }

  /** Takes all faults of a device away. */
  public void clearFaults(String name) {
    act(name, device -> device.faults().clear());
  }

  /** The faults set on a device. */
  public List<Fault> faults(String name) {
    return withDevice(name, device -> device.faults().all());
  }

  /** The last frames of a device, oldest first. */
  public List<Frame> frames(String name) {
    return withDevice(name, device -> device.line().frames());
  }

  /** Somebody runs a pump at its keys. */
  public Act runAtFrontPanel(String name, Volume volume) {
    return withDevice(
        name,
        device -> {
          if (!device.isPowered()) {
            return Act.refused("the pump has no power");
          }
          return device.behaviour() instanceof FrontPanel panel
              ? panel.runAtFrontPanel(volume, System.nanoTime())
              : Act.refused(name + " is not a pump with keys");
        });
  }

  /** Pulls every cable, and ends a recording. */
  @Override
  public void close() {
    sessions.stop();
    devices.keySet().forEach(this::unplug);
  }
}
