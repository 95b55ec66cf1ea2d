package clinic.mmt.sim.pump.reglo;

import clinic.mmt.sim.core.Volume;

/** What a channel tells unasked. */
sealed interface News {

  /** From 1. */
  int channel();

  /** The channel stopped by itself or by a hand. */
  record Stopped(int channel, Cause cause) implements News {}

  /** It is on. */
  record Progress(int channel, State state, long secondsLeft, Volume volume, int cyclesLeft)
      implements News {}

  /** Why it stopped. */
  enum Cause {
    COMPLETE('A'),
    CALIBRATED('B'),
    KEY('1'),
    TEMPERATURE('2'),
    CURRENT('3');

    private final char letter;

    Cause(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }

  /** What it does. */
  enum State {
    PUMPING('A'),
    PAUSED('B'),
    STOPPED('C'),
    CALIBRATING('D'),
    WAITING_FOR_VALUE('E');

    private final char letter;

    State(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }
}
