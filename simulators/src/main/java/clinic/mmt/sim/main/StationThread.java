package clinic.mmt.sim.main;

import clinic.mmt.sim.bench.Station;
import clinic.mmt.sim.core.BytePort;
import clinic.mmt.sim.pty.Poller;
import clinic.mmt.sim.pty.PseudoTerminal;
import java.util.ArrayList;
import java.util.List;

/** Runs one station in real time: wakes on a byte, at the latest every 2 ms. */
final class StationThread extends Thread {

  private static final int TICK_MILLIS = 2;
  private static final long END_MILLIS_MAX = 1000;
  private static final int DEVICES_MAX = 64;

  /** After a long halt of the process time does not jump further than this. */
  private static final long JUMP_NANOS_MAX = 250_000_000;

  private final Station station;
  private final Poller poller = new Poller(DEVICES_MAX);
  private volatile boolean ending;

  StationThread(Station station) {
    super("station-" + station.name());
    this.station = station;
    setDaemon(true);
  }

  @Override
  public void run() {
    long last = System.nanoTime();
    while (!ending) {
      poller.await(terminals(), TICK_MILLIS);
      long now = System.nanoTime();
      station.tick(Math.min(JUMP_NANOS_MAX, now - last));
      last = now;
    }
  }

  private List<PseudoTerminal> terminals() {
    List<PseudoTerminal> terminals = new ArrayList<>();
    for (BytePort port : station.ports()) {
      if (port instanceof PseudoTerminal terminal) {
        terminals.add(terminal);
      }
    }
    return terminals;
  }

  /** Ends within a tick. */
  void end() {
    ending = true;
    try {
      join(END_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
