package clinic.mmt.sim.scale;

import clinic.mmt.sim.core.Mass;

/** What the display of the balance shows. */
public sealed interface Weight {

  /** A net weight, rounded to the display digit. */
  record Shown(Mass net, boolean stable) implements Weight {}

  /** Too much on the pan. */
  record Overload() implements Weight {}

  /** Too little on the pan. */
  record Underload() implements Weight {}
}
