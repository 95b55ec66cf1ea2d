package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.BytePort;
import clinic.mmt.sim.physics.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A world and the devices in it. Everything in it happens under its lock. */
public final class Station {

  /** Physics goes in steps of at most this, while the speed is moderate. */
  private static final long STEP_NANOS = 2_000_000;

  /** At high speed steps grow rather than their number. */
  private static final long STEPS_MAX = 500;

  private final String name;
  private final World world;
  private final List<SimDevice> devices = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private Speed speed;

  Station(String name, World world, Speed speed) {
    this.name = name;
    this.world = world;
    this.speed = speed;
  }

  /** Its name in the bench file. */
  public String name() {
    return name;
  }

  void add(SimDevice device) {
    devices.add(device);
  }

  List<SimDevice> devices() {
    return List.copyOf(devices);
  }

  Optional<SimDevice> device(String wanted) {
    return devices.stream().filter(device -> device.spec().name().equals(wanted)).findFirst();
  }

  World world() {
    return world;
  }

  /** Does something while all of these stand still; always take them in the same order. */
  static <T> T insideAll(List<Station> stations, Supplier<T> work) {
    if (stations.isEmpty()) {
      return work.get();
    }
    List<Station> rest = stations.subList(1, stations.size());
    return stations.getFirst().inside(() -> insideAll(rest, work));
  }

  /** From the next tick on. */
  void speed(Speed faster) {
    inside(
        () -> {
          speed = faster;
          return true;
        });
  }

  <T> T inside(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** The open ports of its devices. */
  public List<BytePort> ports() {
    return inside(() -> devices.stream().flatMap(device -> device.port().stream()).toList());
  }

  /**
   * Lets the time pass that has passed, then takes what the hosts sent meanwhile: a command finds
   * the world as it is now, not as it was a tick ago.
   */
  public void tick(long realNanos) {
    inside(
        () -> {
          long simulated = advanceWorld(realNanos);
          devices.forEach(SimDevice::listen);
          devices.forEach(device -> device.advanceLine(simulated, realNanos));
          return true;
        });
  }

  private long advanceWorld(long realNanos) {
    world.hands().advance(realNanos);
    long simulated = speed.simulated(realNanos);
    long step = Math.max(STEP_NANOS, simulated / STEPS_MAX + 1);
    long left = simulated;
    while (left > 0) {
      long part = Math.min(step, left);
      devices.forEach(device -> device.advanceBehaviour(part));
      world.advance(part);
      left -= part;
    }
    return simulated;
  }
}
