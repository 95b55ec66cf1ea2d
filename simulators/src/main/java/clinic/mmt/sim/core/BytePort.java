package clinic.mmt.sim.core;

/** The device's end of a serial line. */
public interface BytePort extends AutoCloseable {

  /** All bytes that are there now; empty if none. Never waits. */
  byte[] read();

  /** Writes what the line takes; bytes that nobody fetches are lost, as on a real line. */
  void write(byte[] bytes);

  @Override
  void close();
}
