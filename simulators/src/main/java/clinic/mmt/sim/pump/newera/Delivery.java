package clinic.mmt.sim.pump.newera;

import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Flow;
import clinic.mmt.sim.physics.World;

/** Turns of the head into movements of the world's liquid, with the faults of the hydraulics. */
final class Delivery {

  private static final int HEALTHY_PERMILLE = 1000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final World world;
  private final FaultBox faults;
  private long leakRest;

  Delivery(World world, FaultBox faults) {
    this.world = world;
    this.faults = faults;
  }

  World world() {
    return world;
  }

  /** Moves what the head turned; {@code done} is what the run had turned before. */
  void move(Direction direction, Volume turned, Volume done) {
    int permille =
        faults
            .active(FaultKind.OVER_POUR)
            .map(fault -> (int) fault.value())
            .orElse(HEALTHY_PERMILLE);
    boolean air = hasReached(FaultKind.AIR, done);
    boolean inletOpen = !hasReached(FaultKind.BOTTLE_EMPTY, done);
    Flow flow = new Flow(turned, air ? 0 : permille, inletOpen);
    switch (direction) {
      case INF -> world.push(flow);
      case WDR -> world.pull(flow);
    }
  }

  /** Whether this fault is set and the run has come to its place. */
  boolean hasReached(FaultKind kind, Volume done) {
    return faults
        .active(kind)
        .filter(fault -> done.compareTo(Volume.ofMicrolitres(fault.value())) >= 0)
        .isPresent();
  }

  /** A movement of the pump ends: faults that count runs have been used once. */
  void endRun() {
    faults.use(FaultKind.OVER_POUR);
    faults.use(FaultKind.AIR);
    faults.use(FaultKind.BOTTLE_EMPTY);
  }

  /** Liquid that goes through the stopped pump. */
  void leak(long nanos) {
    long microlitresPerSecond = faults.active(FaultKind.SLOW_LEAK).map(Fault::value).orElse(0L);
    if (microlitresPerSecond > 0) {
      long exact = microlitresPerSecond * 1_000_000 / 1000 * (nanos / 1000) + leakRest;
      long picolitres = exact / (NANOS_PER_SECOND / 1_000_000);
      leakRest = exact % (NANOS_PER_SECOND / 1_000_000);
      world.leak(new Volume(picolitres), System.nanoTime());
    }
  }
}
