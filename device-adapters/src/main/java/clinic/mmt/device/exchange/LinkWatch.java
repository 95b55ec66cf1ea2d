package clinic.mmt.device.exchange;

import clinic.mmt.device.LinkState;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one listener of a line going up and down, in order. */
final class LinkWatch {

  private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);

  private LinkState state = LinkState.DOWN;
  private Consumer<LinkState> listener = ignored -> {};

  synchronized void listen(Consumer<LinkState> newListener) {
    listener = newListener;
    tell();
  }

  private synchronized void tell() {
    try {
      listener.accept(state);
    } catch (RuntimeException e) {
      LOG.error("bug in a link listener", e);
    }
  }

  synchronized void change(LinkState newState) {
    if (state != newState) {
      state = newState;
      tell();
    }
  }

  synchronized void announceRestart() {
    if (state == LinkState.UP) {
      change(LinkState.DOWN);
      change(LinkState.UP);
    }
  }
}
