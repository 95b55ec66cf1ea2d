package clinic.mmt.sim.pump.newera;

/** What the pump is doing. */
enum Phase {
  STOPPED,
  PUMPING,
  PAUSED,
  PURGING
}
