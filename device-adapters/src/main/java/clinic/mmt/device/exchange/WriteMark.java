package clinic.mmt.device.exchange;

/** Tells whether any byte of one frame may have reached the port. */
public final class WriteMark {

  private volatile boolean touched;

  /** False only when it is proven that no byte was handed over. */
  public boolean touched() {
    return touched;
  }

  void set(boolean value) {
    touched = value;
  }
}
