package clinic.mmt.sim.token.qrcdc;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.World;
import java.util.Optional;

/** What a scanner does: sees the code that is held before its window. Knows no bytes. */
public final class CodeScanner implements Behaviour {

  private final World world;
  private final FaultBox faults;

  /** A scanner at its station. */
  public CodeScanner(World world, FaultBox faults) {
    this.world = world;
    this.faults = faults;
  }

  /** The text of the code before the window. */
  Optional<String> code() {
    return world.hands().code();
  }

  /** Whether this scan goes out in another code page than UTF-8. */
  boolean isOtherCodePage() {
    return faults.use(FaultKind.NOT_UTF8).isPresent();
  }

  /** Whether this scan goes out without its end of line. */
  boolean isSuffixLost() {
    return faults.use(FaultKind.NO_SUFFIX).isPresent();
  }

  @Override
  public void advance(long simulatedNanos) {
    // A scanner has no inner time.
  }

  @Override
  public void powerOff() {
    // What is before the window stays there.
  }

  @Override
  public void powerOn() {
    // A scanner has no memory.
  }

  @Override
  public void swap() {
    powerOff();
  }
}
