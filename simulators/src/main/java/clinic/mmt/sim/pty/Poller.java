package clinic.mmt.sim.pty;

import com.sun.jna.Memory;
import java.util.List;

/** Waits until a byte has come on one of some pseudo-terminals, or a time is over. */
public final class Poller {

  private static final int POLLFD_BYTES = 8;
  private static final int EVENTS_OFFSET = 4;
  private static final int REVENTS_OFFSET = 6;

  private final Memory pollfds;
  private final int most;

  /** A poller for at most so many terminals. */
  public Poller(int most) {
    this.most = Math.max(1, most);
    this.pollfds = new Memory((long) this.most * POLLFD_BYTES);
  }

  /** Waits; a closed terminal is left out. */
  public void await(List<PseudoTerminal> terminals, int millis) {
    int count = Math.min(most, terminals.size());
    for (int i = 0; i < count; i++) {
      long at = (long) i * POLLFD_BYTES;
      pollfds.setInt(at, terminals.get(i).masterDescriptor());
      pollfds.setShort(at + EVENTS_OFFSET, LibC.POLLIN);
      pollfds.setShort(at + REVENTS_OFFSET, (short) 0);
    }
    LibC.poll(pollfds, count, millis);
  }
}
