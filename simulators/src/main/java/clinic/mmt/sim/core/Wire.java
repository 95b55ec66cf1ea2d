package clinic.mmt.sim.core;

/** The byte side of a simulated device: frames in, frames out, no behaviour of its own. */
public interface Wire {

  /**
   * Takes bytes from the host, in any chunking.
   *
   * @param atNanos System.nanoTime() when the last of them was read
   */
  void receive(byte[] bytes, long atNanos);

  /**
   * Lets line time pass: protocol time-outs and unsolicited frames.
   *
   * @param realNanos never scaled by the speed of the bench
   */
  void tick(long realNanos);

  /** Forgets half-received input and volatile line settings. */
  void powerOff();

  /** May greet the host. */
  void powerOn();

  /** Another unit takes this one's place: line settings kept without power are the works' again. */
  void swap();

  /** Bits per second now. */
  int baud();

  /** The same frame as a disturbed line would deliver it: its check fails. */
  byte[] withBadChecksum(byte[] frame);

  /** The same frame as another unit on the line would send it: address differs, check is right. */
  byte[] withWrongAddress(byte[] frame);
}
