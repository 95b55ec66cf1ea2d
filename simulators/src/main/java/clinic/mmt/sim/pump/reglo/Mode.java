package clinic.mmt.sim.pump.reglo;

import java.util.Arrays;
import java.util.Optional;

/** How a channel runs. */
enum Mode {
  /** At a speed, without end. */
  RPM('L'),
  /** At a flow rate, without end. */
  FLOW('M'),
  /** A volume at a flow rate. */
  VOLUME_AT_RATE('O'),
  /** A volume in a time. */
  VOLUME_OVER_TIME('G'),
  /** A volume, then a pause, so many times. */
  VOLUME_PAUSE('Q'),
  /** For a time. */
  TIME('N'),
  /** For a time, then a pause, so many times. */
  TIME_PAUSE('P');

  private final char letter;

  Mode(char letter) {
    this.letter = letter;
  }

  /** The command that sets it. */
  char letter() {
    return letter;
  }

  static Optional<Mode> of(String word) {
    return Arrays.stream(values())
        .filter(mode -> word.equals(String.valueOf(mode.letter)))
        .findFirst();
  }

  boolean hasCycles() {
    return this == VOLUME_PAUSE || this == TIME_PAUSE;
  }
}
