package clinic.mmt.sim.pump.newera;

/** Which way the pump turns, named as on the wire. */
enum Direction {
  /** Infuse: towards the spout. */
  INF,
  /** Withdraw: back into the bottle. */
  WDR;

  Direction reversed() {
    return this == INF ? WDR : INF;
  }
}
