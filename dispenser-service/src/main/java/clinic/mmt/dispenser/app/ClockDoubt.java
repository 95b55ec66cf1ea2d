package clinic.mmt.dispenser.app;

import java.time.LocalDate;

/**
 * The clock and the clinic day do not agree (H60, H61). Each kind is a named mode: what goes on in
 * it is said, and how it ends.
 *
 * @param kind in what way
 * @param day the clinic day, which is held
 * @param clock the day that the clock says
 */
public record ClockDoubt(Kind kind, LocalDate day, LocalDate clock) {

  /** In what way. */
  public enum Kind {
    /**
     * After a start the clock says another day than the last one written: nobody new is dosed until
     * somebody confirms the clock's day, or says that it is still the last one.
     */
    AT_START,
    /**
     * Somebody said that it is still the last day: dosing goes on in it, and no day begins until
     * the clock is right and somebody confirms.
     */
    HELD,
    /**
     * The clock ran ahead of the running time: dosing goes on, days begin by the running time, and
     * somebody may confirm the clock's day instead.
     */
    AHEAD,
    /** The clock went back: dosing goes on in the day reached, and none begins until it is set. */
    BACK
  }

  /** Whether people are dosed meanwhile. */
  public boolean dosingGoesOn() {
    return kind != Kind.AT_START;
  }
}
