package clinic.mmt.device;

import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.function.Consumer;

/** A dose pump. Every method that moves liquid needs a {@link Permit}. */
public interface Pump extends Device {

  /** What the domain may rely on. */
  PumpCapabilities capabilities();

  /**
   * The strokes by which {@code volume} is delivered, in order; their sum is {@code volume} rounded
   * <em>down</em> to the pump's resolution. Empty when it is below the smallest volume.
   */
  List<Volume> plan(Volume volume);

  /** Identifies, clears alarms, sets and reads back the rate, clears and reads the counter. */
  void prepare(PumpSetup setup, Consumer<Answer<PumpBaseline>> reply);

  /**
   * Sets the target volume of the next start and reads it back; nothing moves. Refused with {@link
   * Fault.NotPermitted} when the sum of this dose's commanded volumes would pass the cap.
   */
  void arm(Permit permit, Volume stroke, Consumer<Answer<Volume>> reply);

  /** Writes the start frame for the armed intent, once, and never retries it. */
  void start(Permit permit, Consumer<StartOutcome> reply);

  /** Asks status and dispensed volume. Safe to repeat. */
  void report(Consumer<Answer<PumpReport>> reply);

  /**
   * Stops, by the urgent lane: written at the next frame boundary, at latest 100 ms after the call;
   * cancels waits and retries of queries, and repeats until answered or the port is lost. The
   * reply's report is read after the stop. Harmless when the pump stands still.
   */
  void stop(Consumer<Answer<PumpReport>> reply);

  /** Sets who hears of alarms that the pump sends without being asked. */
  void onAlarm(Consumer<PumpAlarm> listener);
}
