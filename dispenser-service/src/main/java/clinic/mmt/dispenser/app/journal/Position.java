package clinic.mmt.dispenser.app.journal;

/**
 * Up to which entry a publisher was acknowledged. It only saves repeating: an acknowledgement is
 * not storage, so consumers keep a position of their own and ask for what they lack.
 */
public interface Position {

  /** Sequence of the last acknowledged entry, 0 at first. */
  long get();

  /** Keeps it; may be lost in a power cut, which costs repeated events and nothing else. */
  void set(long sequence);
}
