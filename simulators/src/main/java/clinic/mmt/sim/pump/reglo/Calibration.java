package clinic.mmt.sim.pump.reglo;

import clinic.mmt.sim.core.Volume;

/** The calibration of a channel: a run of a target volume, then the volume somebody measured. */
final class Calibration {

  private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

  boolean clockwise = true;
  Volume target = Volume.ofMicrolitres(10_000);

  /** Tenths of a second. */
  long time = 600;

  private boolean waiting;
  private long ageNanos;

  /** The run is over; the measured volume is waited for. */
  void await() {
    waiting = true;
  }

  boolean isWaiting() {
    return waiting;
  }

  void cancel() {
    waiting = false;
  }

  /** The measured volume; what a turn moves follows from it. */
  boolean measured(Volume volume, Settings settings) {
    if (!waiting || !volume.isPositive()) {
      return false;
    }
    waiting = false;
    ageNanos = 0;
    settings.calibration *= (double) volume.picolitres() / target.picolitres();
    return true;
  }

  void advance(long nanos) {
    ageNanos += nanos;
  }

  long hoursOld() {
    return ageNanos / NANOS_PER_HOUR;
  }

  long picolitresPerSecond() {
    return Math.round(target.picolitres() * 10.0 / Math.max(1, time));
  }
}
