package clinic.mmt.sim.pump.newera;

/** Alarms, with the letter after {@code A?}. */
public enum Alarm {
  /** Power was interrupted. */
  RESET('R'),
  /** The motor stalled. */
  STALL('S'),
  /** No valid packet came in time in Safe mode. */
  TIMEOUT('T'),
  /** Error in the pumping program. */
  PROGRAM('E'),
  /** A phase is out of range. */
  RANGE('O');

  private final char letter;

  Alarm(char letter) {
    this.letter = letter;
  }

  /** The letter on the wire. */
  public char letter() {
    return letter;
  }
}
