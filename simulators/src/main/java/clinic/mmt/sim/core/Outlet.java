package clinic.mmt.sim.core;

/** Where a wire puts the frames it understood and the frames it sends. */
public interface Outlet {

  /** Notes a frame from the host and what it means. */
  void heard(byte[] frame, String meaning);

  /** Sends a frame as soon as the line is free. */
  void send(byte[] frame, String meaning);

  /** Sends a frame when the device has worked on it for so long (simulated time). */
  void sendAfter(long simulatedNanos, byte[] frame, String meaning);

  /** Whether an answer is still being worked on or sent. */
  boolean isBusy();
}
