package clinic.mmt.sim.pump.cavro;

/** One command of a string, in the manual's order of execution. */
sealed interface Step {

  /**
   * Plunger to the top, pushing what is in the syringe out of {@code out}.
   *
   * @param out valve position; 0 = as it stands (W)
   * @param mirrored initialised with Y
   */
  record Initialise(int out, boolean mirrored) implements Step {}

  /** Valve to a position. */
  record Turn(int position) implements Step {}

  /**
   * Plunger to a position or by so much.
   *
   * @param amount increments, or microsteps with N1
   * @param way how the amount counts
   * @param quiet lower case: the pump tells ready while it moves
   */
  record Move(int amount, Way way, boolean quiet) implements Step {}

  /** How the amount of a move counts. */
  enum Way {
    /** From the top. */
    TO,
    /** Down from where it is: sucks. */
    PICK_UP,
    /** Up from where it is: pushes. */
    DISPENSE
  }

  /** A number of the motion profile. */
  record Profile(Setting setting, int value) implements Step {}

  /** Numbers of the motion profile that are reported. */
  enum Setting {
    START_SPEED,
    TOP_SPEED,
    CUTOFF_SPEED,
    SLOPE,
    BACKLASH
  }

  /** Counts positions in microsteps or increments. */
  record Resolution(boolean microsteps) implements Step {}

  /** Waits. */
  record Delay(int millis) implements Step {}

  /** Begin of a loop. */
  record LoopStart() implements Step {}

  /** End of a loop; 0 = for ever. */
  record LoopEnd(int times) implements Step {}

  /** Waits for R. */
  record Halt() implements Step {}

  /** Does nothing that matters to liquid. */
  record Other() implements Step {}
}
