package clinic.mmt.sim.physics;

/**
 * A finger lying on the glass.
 *
 * @param id whose finger; any short text
 * @param skin how well it can be read
 */
public record Finger(String id, Skin skin) {

  /** State of the skin. */
  public enum Skin {
    /** Reads well. */
    GOOD,
    /** Too few points are found. */
    DRY,
    /** Ridges smear. */
    WET
  }
}
