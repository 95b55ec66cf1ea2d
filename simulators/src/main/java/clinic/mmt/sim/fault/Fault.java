package clinic.mmt.sim.fault;

/**
 * A fault that is set.
 *
 * @param kind which
 * @param value of its parameter; a factor in thousandths
 * @param left how many more times; {@link #UNTIL_CLEARED} = no end
 */
public record Fault(FaultKind kind, long value, int left) {

  /** Stays until it is cleared. */
  public static final int UNTIL_CLEARED = -1;

  /** The fault with its usual value, until cleared. */
  public static Fault usual(FaultKind kind) {
    return new Fault(kind, kind.parameter().usual(), UNTIL_CLEARED);
  }

  /** The same fault with another value. */
  public Fault with(long newValue) {
    return new Fault(kind, newValue, left);
  }

  /** The same fault, so many times. */
  public Fault times(int count) {
    return new Fault(kind, value, count);
  }
}
