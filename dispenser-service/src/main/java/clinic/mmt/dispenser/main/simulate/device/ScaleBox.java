package clinic.mmt.dispenser.main.simulate.device;

import java.util.Optional;

/** The scale itself: it keeps its tare while it has power. */
public final class ScaleBox {

  private final VirtualTime time;
  private final Table table;
  private long zero;
  private long tare;
  private Optional<Long> stuckAt = Optional.empty();
  private long silentUntilNanos;

  /** A scale under a table. */
  public ScaleBox(VirtualTime time, Table table) {
    this.time = time;
    this.table = table;
  }

  /** Its power fails for a moment: zero and tare are gone. */
  public void powerFails() {
    tare = 0;
    zero = 0;
  }

  /** It shows what it shows now, whatever is on it. */
  public void stick() {
    stuckAt = Optional.of(table.grossMicrograms());
  }

  /** It weighs again. */
  public void loosen() {
    stuckAt = Optional.empty();
  }

  /** It answers nothing until that instant of virtual time, in nanoseconds. */
  public void silent(long untilNanos) {
    silentUntilNanos = untilNanos;
  }

  /** Somebody presses its key for zero; it takes a weight that rests only. */
  public void zeroKey() {
    if (stable()) {
      takeZero();
    }
  }

  boolean silentNow() {
    return time.nanos() < silentUntilNanos;
  }

  boolean underload() {
    return table.panIsLifted();
  }

  boolean stable() {
    return stuckAt.isPresent() || table.rests();
  }

  long gross() {
    return stuckAt.orElseGet(table::grossMicrograms) - zero;
  }

  long net() {
    return gross() - tare;
  }

  long tareNow() {
    return tare;
  }

  void takeTare() {
    tare = gross();
  }

  void clearTare() {
    tare = 0;
  }

  void takeZero() {
    zero += gross();
    tare = 0;
  }
}
