package clinic.mmt.dispenser.app.device;

import clinic.mmt.quantity.Mass;

/** One answer of pump or scale during a pour, with the monotonic times it was asked and heard. */
public sealed interface Watched {

  /** The pump answered. */
  record PumpSaid(long askedNanos, long heardNanos, PumpReading reading) implements Watched {}

  /** The scale gave a net weight. */
  record ScaleSaid(long askedNanos, long heardNanos, Mass net) implements Watched {}

  /** The scale gave no weight; {@code underload}: the cup or the pan was lifted. */
  record NoWeight(long askedNanos, long heardNanos, boolean underload) implements Watched {}

  /** The pump did not answer this time; it is asked again. */
  record PumpSilent() implements Watched {}

  /** The pump's line is gone. */
  record PumpLost() implements Watched {}
}
