package clinic.mmt.sim.core;

/** What a simulated device does, without any byte. Driven by ticks; confined to its station. */
public interface Behaviour {

  /**
   * Lets time pass.
   *
   * @param simulatedNanos scaled by the speed of the bench
   */
  void advance(long simulatedNanos);

  /** The supply is gone: motion ends, volatile memory is lost. */
  void powerOff();

  /** The supply is back. */
  void powerOn();

  /** Another unit of the same model takes this one's place: other serial, other memory. */
  void swap();
}
