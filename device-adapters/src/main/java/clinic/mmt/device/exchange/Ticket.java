package clinic.mmt.device.exchange;

/** A submitted operation that can be called off. */
@FunctionalInterface
public interface Ticket {

  /**
   * Ends the operation with CancelledByStop, whether it waits or runs; harmless when it is over.
   */
  void cancel();
}
