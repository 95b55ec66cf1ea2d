package clinic.mmt.sim.pump;

import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Flow;
import clinic.mmt.sim.physics.World;

/** Turns of the head into movements of the world's liquid, with the faults of the hydraulics. */
public final class Delivery {

  private static final int HEALTHY_PERMILLE = 1000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final World world;
  private final FaultBox faults;
  private long leakRest;

  /** Over the liquid of a station, with the faults of one pump. */
  public Delivery(World world, FaultBox faults) {
    this.world = world;
    this.faults = faults;
  }

  /** The liquid it moves. */
  public World world() {
    return world;
  }

  /**
   * Moves what the head turned towards the spout; {@code done} is what the run had turned before.
   */
  public void forward(Volume turned, Volume done) {
    world.push(flow(turned, done));
  }

  /** Moves what the head turned back into the bottle. */
  public void back(Volume turned, Volume done) {
    world.pull(flow(turned, done));
  }

  /** The movement as it truly is. */
  public Flow flow(Volume turned, Volume done) {
    int permille =
        faults
            .active(FaultKind.OVER_POUR)
            .map(fault -> (int) fault.value())
            .orElse(HEALTHY_PERMILLE);
    boolean air = hasReached(FaultKind.AIR, done);
    boolean inletOpen = !hasReached(FaultKind.BOTTLE_EMPTY, done);
    return new Flow(turned, air ? 0 : permille, inletOpen);
  }

  /** Whether this fault is set and the run has come to its place. */
  public boolean hasReached(FaultKind kind, Volume done) {
    return faults
        .active(kind)
        .filter(fault -> done.compareTo(Volume.ofMicrolitres(fault.value())) >= 0)
        .isPresent();
  }

  /** The fault has had its effect once. */
  public void use(FaultKind kind) {
    faults.use(kind);
  }

  /** A movement of the pump ends: faults that count runs have been used once. */
  public void endRun() {
    faults.use(FaultKind.OVER_POUR);
    faults.use(FaultKind.AIR);
    faults.use(FaultKind.BOTTLE_EMPTY);
  }

  /** Liquid that goes through the stopped pump. */
  public void leak(long nanos) {
    long microlitresPerSecond = faults.active(FaultKind.SLOW_LEAK).map(Fault::value).orElse(0L);
    if (microlitresPerSecond > 0) {
      long exact = microlitresPerSecond * 1_000_000 / 1000 * (nanos / 1000) + leakRest;
      long picolitres = exact / (NANOS_PER_SECOND / 1_000_000);
      leakRest = exact % (NANOS_PER_SECOND / 1_000_000);
      world.leak(new Volume(picolitres), System.nanoTime());
    }
  }
}
