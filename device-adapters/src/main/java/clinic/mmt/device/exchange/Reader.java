package clinic.mmt.device.exchange;

import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.Connection;
import java.io.IOException;

/** Fills the inbox with what a connection receives, until it is lost or told to end. */
final class Reader implements Runnable {

  private static final int CHUNK_MAX = 256;
  private static final long END_MILLIS_MAX = 500;

  private final Connection connection;
  private final Inbox<?> inbox;
  private final Thread thread;
  private volatile boolean ending;

  Reader(String port, Connection connection, Inbox<?> inbox) {
    this.connection = connection;
    this.inbox = inbox;
    this.thread = Thread.ofPlatform().daemon().name("port-" + port + "-reader").unstarted(this);
  }

  void start() {
    thread.start();
  }

  /**
   * Ends the thread before the connection is closed: native code must not read a closed port. The
   * interrupt ends a wait for room in the inbox.
   */
  void end() {
    ending = true;
    thread.interrupt();
    try {
      thread.join(END_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    byte[] buffer = new byte[CHUNK_MAX];
    try {
      while (!ending) {
        int count = connection.read(buffer);
        if (count > 0) {
          inbox.bytes(Octets.of(buffer).slice(0, count));
        }
      }
    } catch (IOException | RuntimeException e) {
      loseUnlessEnding(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loseUnlessEnding(Exception cause) {
    if (!ending) {
      inbox.lost(String.valueOf(cause.getMessage()));
    }
  }
}
