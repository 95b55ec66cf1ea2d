package clinic.mmt.dispenser.domain.dispense;

/** Where the liquid of a dose came from. */
public enum LiquidSource {
  /** The pump. */
  PUMP,
  /** Drawn by hand into the cup on the scale. */
  HAND,
  /** Entered from the downtime sheet. */
  SHEET
}
