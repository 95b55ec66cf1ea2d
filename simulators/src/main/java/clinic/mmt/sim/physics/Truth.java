package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Volume;
import java.util.List;

/**
 * Where all the liquid of a station truly is.
 *
 * @param bottle in the bottle
 * @param line in the line, the hanging drop and a syringe pump's barrel included
 * @param cup in the cup that stands on the scale or was lifted last, water included
 * @param cupProduct of that, product
 * @param cupOnScale whether that cup stands on the scale
 * @param spilled fell while no cup stood under the spout
 * @param drunk by patients, water included
 * @param drunkProduct of that, product
 * @param waste discarded or drawn off
 * @param carriedAway in cups that were lifted and never put back
 * @param takenAwayBottles in bottles that were replaced
 * @param leftBottle ever left a bottle into the line, less what went back
 * @param leftLine ever left the spout
 * @param added put into cups by hand
 * @param supplied in all bottles and the line at their start
 * @param crossedOut fell onto the pan of another station; it is found there a moment later
 * @param crossedIn fell here out of another station's spout
 * @param scaleTrue load on the pan
 * @param runs movements of the pump
 */
public record Truth(
    Volume bottle,
    Volume line,
    Volume cup,
    Volume cupProduct,
    boolean cupOnScale,
    Volume spilled,
    Volume drunk,
    Volume drunkProduct,
    Volume waste,
    Volume carriedAway,
    Volume takenAwayBottles,
    Volume leftBottle,
    Volume leftLine,
    Volume added,
    Volume supplied,
    Volume crossedOut,
    Volume crossedIn,
    Mass scaleTrue,
    List<Run> runs) {

  /** Everything that is somewhere; equals {@link #everything()} at all times. */
  public Volume found() {
    return bottle
        .plus(line)
        .plus(cup)
        .plus(spilled)
        .plus(drunk)
        .plus(waste)
        .plus(carriedAway)
        .plus(takenAwayBottles)
        .plus(crossedOut);
  }

  /** Everything that ever came in. */
  public Volume everything() {
    return supplied.plus(added).plus(crossedIn);
  }
}
