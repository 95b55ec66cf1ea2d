package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.quantity.Volume;

/** What a transition asks the station to do. */
public sealed interface Effect {

  /** Identify, clear alarms, set the rate, baseline the counter, tare the cup. */
  record Prepare() implements Effect {}

  /** What lets an intent be poured. */
  static Effect arm(Intent intent, Volume cap) {
    return intent.kind().byHand()
        ? new PourByHand(intent.id())
        : new ArmPump(intent.id(), intent.commanded(), cap);
  }

  /** Set the target volume and read it back; nothing moves. */
  record ArmPump(IntentId intent, Volume commanded, Volume cap) implements Effect {}

  /** Show target and live weight: the dispenser draws by hand, and no pump is told anything. */
  record PourByHand(IntentId intent) implements Effect {}

  /** Write the start frame, once. */
  record WriteStart(IntentId intent) implements Effect {}

  /** Compare pump and scale while liquid flows. */
  record WatchPour(IntentId intent) implements Effect {}

  /** Stop the pump and ask what it delivered. */
  record StopPump() implements Effect {}

  /** Let the liquid settle and take a stable weight. */
  record Settle() implements Effect {}

  /** Decide whether and how much to top up. */
  record TopUp() implements Effect {}

  /** Intend the next of several strokes. */
  record NextStroke() implements Effect {}

  /** Ask pump and scale what can still be learnt; move nothing. */
  record AskDevices() implements Effect {}

  /** The place at the station is free again. */
  record Release() implements Effect {}
}
