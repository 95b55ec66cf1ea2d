package clinic.mmt.dispenser.app.device;

import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.function.Consumer;

/**
 * The devices of one station. Every method returns at once; every reply is called exactly once, on
 * any thread, and hands over to the counter's queue.
 */
public interface StationDevices {

  /** Sets who hears of presented cards; the text is personal data. */
  void onToken(Consumer<String> listener);

  /** Sets who hears that something was read which is no text of a card. */
  default void onUnreadable(Runnable listener) {}

  /**
   * Asks a device who it is: trouble when it is another one than {@code identity}, does not answer
   * or is not known surely enough. Nothing is bound by it.
   */
  void look(String device, String identity, Consumer<Report<String>> reply);

  /** From now on only this unit is the right one. */
  void bind(String device, String identity);

  /**
   * Sets who hears, while nothing is poured or weighed, that the tared cup was lifted off the scale
   * (false) or that a cup stands there again (true). An empty pan at rest is told, not a weight
   * that merely changes.
   */
  default void onCup(Consumer<Boolean> listener) {}

  /** Sets who hears of devices coming and going; called with the present state. */
  void onStatus(Consumer<List<DeviceStatus>> listener);

  /** Identifies, clears alarms, sets the rate, baselines, waits for an empty cup and tares it. */
  void prepare(Consumer<Report<Prepared>> reply);

  /** The same without the pump, which is out of order: no word is sent to it. */
  void prepareCup(Consumer<Report<Prepared>> reply);

  /** The same without the scale, which is out of order: no cup is tared. */
  void preparePump(Consumer<Report<Prepared>> reply);

  /**
   * The pump alone is made ready again for a rest: identified, alarms cleared, rate set, baselined.
   * The cup keeps its tare.
   */
  default void prepareRest(Consumer<Report<PumpReading>> reply) {
    ask(reply);
  }

  /**
   * Whether the pump may be the only witness of a dose: it notices its own stall and can tell what
   * it dispensed. One that may not pours only with the scale in the loop.
   */
  default boolean pumpPoursAlone() {
    return true;
  }

  /** Gives a prepare up. */
  void cancelPrepare();

  /** At the tap: the tared cup still stands there and the scale shows zero. */
  void recheck(Consumer<Report<Mass>> reply);

  /** Sets the target volume and reads it back. */
  void arm(Shot shot, Consumer<Report<Volume>> reply);

  /** Writes the start frame, once. */
  void start(Shot shot, Consumer<Started> reply);

  /**
   * Asks pump and scale again and again, five times a second of physics, until {@link #endWatch}.
   */
  void watch(Consumer<Watched> samples);

  /** Asks the scale alone again and again, until {@link #endWatch}. */
  void watchScale(Consumer<Watched> samples);

  /** Ends watching. */
  void endWatch();

  /** Asks the pump. */
  void ask(Consumer<Report<PumpReading>> reply);

  /** Stops the pump by the urgent lane and asks it. */
  void stop(Consumer<Report<PumpReading>> reply);

  /** Waits for drip and stability: two equal stable weights. Trouble when it keeps rising. */
  void settle(Consumer<Report<Mass>> reply);

  /**
   * The largest volume not above {@code volume} that the pump can be told; zero if that is too
   * small, or more than it pours in one stroke.
   */
  Volume shotFor(Volume volume);

  /** The first of the strokes that pour {@code volume}; zero if it is too small. */
  Volume strokeOf(Volume volume);

  /** The smallest volume the pump accepts. */
  Volume smallestShot();

  /** Milliseconds of physics after which a pour of {@code volume} should long stand. */
  long pourMillisMost(Volume volume);

  /** Compares a live finger, 1:1. */
  void verify(List<StoredFinger> fingers, Consumer<FingerReport> reply);

  /** Makes a template of a live finger: two captures and a third that proves them. */
  default void enrol(Consumer<EnrolReport> reply) {
    reply.accept(new EnrolReport.Broken("this station makes no templates"));
  }

  /**
   * Looks for a live finger among those of many persons. Only at an enrolment, for a person to look
   * at: nobody is ever identified by it.
   */
  default void search(List<StoredFinger> fingers, Consumer<SearchReport> reply) {
    reply.accept(new SearchReport.Broken("this station looks for nobody"));
  }

  /** Ends a running comparison. */
  void cancelVerify();

  /** The cup of the last dose is gone from the scale; a new one may be prepared. */
  void released();
}
