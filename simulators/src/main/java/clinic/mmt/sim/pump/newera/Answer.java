package clinic.mmt.sim.pump.newera;

/** How the pump takes a command. */
enum Answer {
  /** Done. */
  DONE,
  /** Not applicable now. */
  NOT_APPLICABLE,
  /** Value out of range. */
  OUT_OF_RANGE
}
