package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Volume;

/**
 * One small movement of the pump head.
 *
 * @param counted what the pump counts
 * @param liquidPermille how much liquid truly moves for it: 1000 = as counted, 0 = only air
 * @param inletOpen whether the inlet reaches liquid; else it sucks air
 */
public record Flow(Volume counted, int liquidPermille, boolean inletOpen) {

  /** A healthy movement. */
  public static Flow healthy(Volume counted) {
    return new Flow(counted, 1000, true);
  }
}
