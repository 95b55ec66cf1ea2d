package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.util.Optional;

/**
 * A message to publish, at least once.
 *
 * @param topic where
 * @param payload what
 * @param retained whether the broker keeps it for those who come later
 * @param answerTo where an answer is wished
 * @param correlation given back with an answer
 */
record Outgoing(
    String topic,
    Bytes payload,
    boolean retained,
    Optional<String> answerTo,
    Optional<Bytes> correlation) {

  static Outgoing event(String topic, byte[] payload) {
    return new Outgoing(topic, Bytes.of(payload), false, Optional.empty(), Optional.empty());
  }

  static Outgoing retained(String topic, byte[] payload) {
    return new Outgoing(topic, Bytes.of(payload), true, Optional.empty(), Optional.empty());
  }
}
