package clinic.mmt.device.link;

import java.io.IOException;

/** An open channel. One thread reads, another writes and closes. */
public interface Connection extends AutoCloseable {

  /** How long a read waits for the first byte. */
  int READ_MILLIS_MAX = 100;

  /**
   * Reads what is there; waits at most {@link #READ_MILLIS_MAX} for a first byte.
   *
   * @return how many bytes, 0 when none came
   * @throws IOException the channel is lost
   */
  int read(byte[] into) throws IOException;

  /**
   * Hands bytes over to the channel.
   *
   * @return how many were handed over; fewer than asked means the channel is lost, and 0 proves
   *     that none was
   * @throws IOException the channel is lost, and some bytes may have been handed over
   */
  int write(byte[] bytes, int from, int count) throws IOException;

  @Override
  void close();
}
