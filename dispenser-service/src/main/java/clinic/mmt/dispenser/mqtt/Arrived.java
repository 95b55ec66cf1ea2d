package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.util.Optional;

/**
 * A message that came.
 *
 * @param topic where
 * @param payload what
 * @param answerTo where an answer is wished, if one is
 * @param correlation what the answer has to carry
 */
record Arrived(
    String topic, Bytes payload, Optional<String> answerTo, Optional<Bytes> correlation) {}
