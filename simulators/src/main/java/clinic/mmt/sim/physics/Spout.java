package clinic.mmt.sim.physics;

/** The end of the line: holds a drop while liquid flows and lets it fall after the flow ends. */
final class Spout {

  /** About 0.02 mL hangs at the spout. */
  static final long DROP_PICOLITRES = 20_000_000;

  /** It falls within about 0.8 s. */
  static final long DRIP_NANOS = 800_000_000;

  private long hanging;
  private boolean flowing;

  /** Takes liquid from the line; returns what falls at once. */
  long receive(long picolitres) {
    if (picolitres <= 0) {
      return 0;
    }
    flowing = true;
    hanging += picolitres;
    long falling = Math.max(0, hanging - DROP_PICOLITRES);
    hanging -= falling;
    return falling;
  }

  /** Lets time pass; returns what drips. */
  long advance(long nanos) {
    if (flowing) {
      flowing = false;
      return 0;
    }
    long dripping =
        Math.min(hanging, Math.multiplyExact(DROP_PICOLITRES / 1000, nanos) / (DRIP_NANOS / 1000));
    hanging -= dripping;
    return dripping;
  }

  /** The drop is sucked back when the pump runs backwards; returns its volume. */
  long suckBack(long picolitres) {
    long back = Math.min(hanging, picolitres);
    hanging -= back;
    return back;
  }

  long hangingPicolitres() {
    return hanging;
  }
}
