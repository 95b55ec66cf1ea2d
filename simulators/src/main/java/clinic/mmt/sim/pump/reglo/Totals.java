package clinic.mmt.sim.pump.reglo;

import clinic.mmt.sim.core.Volume;

/** What a channel counts: trip volume since the host cleared it, totals for ever. */
final class Totals {

  private static final long NANOS_PER_TENTH = 100_000_000;

  private Volume trip = Volume.ZERO;
  private Volume volume = Volume.ZERO;
  private double turns;
  private long nanos;

  void count(Volume moved, double picolitresPerTurn, long duration) {
    trip = trip.plus(moved);
    volume = volume.plus(moved);
    turns += moved.picolitres() / picolitresPerTurn;
    nanos += duration;
  }

  void clearTrip() {
    trip = Volume.ZERO;
  }

  Volume trip() {
    return trip;
  }

  Volume volume() {
    return volume;
  }

  long turns() {
    return Math.round(turns);
  }

  long tenthsOfASecond() {
    return nanos / NANOS_PER_TENTH;
  }
}
