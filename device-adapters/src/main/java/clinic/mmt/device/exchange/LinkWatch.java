package clinic.mmt.device.exchange;

import clinic.mmt.device.LinkState;
import java.util.function.Consumer;

/** Tells one listener of a line going up and down, in order. */
final class LinkWatch {

  private LinkState state = LinkState.DOWN;
  private Consumer<LinkState> listener = ignored -> {};

  synchronized void listen(Consumer<LinkState> newListener) {
    listener = newListener;
    listener.accept(state);
  }

  synchronized void change(LinkState newState) {
    if (state != newState) {
      state = newState;
      listener.accept(newState);
    }
  }

  synchronized void announceRestart() {
    if (state == LinkState.UP) {
      change(LinkState.DOWN);
      change(LinkState.UP);
    }
  }
}
