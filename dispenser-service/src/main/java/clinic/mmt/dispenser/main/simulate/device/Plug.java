package clinic.mmt.dispenser.main.simulate.device;

import clinic.mmt.device.LinkState;
import java.util.function.Consumer;

/** The cable of one device; the driver of the running process listens to it. */
public final class Plug {

  private boolean in = true;
  private boolean broken;
  private Consumer<LinkState> driver = s -> {};

  /** Whether the cable is in. */
  public boolean in() {
    return in;
  }

  /** Pulls the cable. */
  public void pull() {
    in = false;
    driver.accept(LinkState.DOWN);
  }

  /** Plugs it in, or announces a device that began anew. */
  public void plugIn() {
    if (broken) {
      return;
    }
    in = true;
    driver.accept(LinkState.UP);
  }

  /** What hangs at it is out of order until somebody says otherwise. */
  public void outOfOrder(boolean now) {
    broken = now;
    if (now) {
      pull();
    } else if (!in) {
      plugIn();
    }
  }

  void listen(Consumer<LinkState> to) {
    driver = to;
    to.accept(in ? LinkState.UP : LinkState.DOWN);
  }
}
