package clinic.mmt.sim.core;

/** Keys on a pump that people can press. */
public interface FrontPanel {

  /** Somebody runs the pump at its keys. */
  Act runAtFrontPanel(Volume volume, long nowNanos);
}
