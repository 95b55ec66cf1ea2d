package clinic.mmt.device.exchange;

import clinic.mmt.device.Fault;

/**
 * Ends an operation early with a fault. It never leaves the port's thread: the port turns it into
 * an answer, so outside of an operation faults are values.
 */
public final class FaultException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  /** Ends the operation with {@code fault}. */
  public FaultException(Fault fault) {
    super(fault.toString(), null, false, false);
    this.fault = fault;
  }

  /** Why it ended. */
  public Fault fault() {
    return fault;
  }
}
