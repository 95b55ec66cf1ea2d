package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Bytes;

/** What a command is answered with, after its acknowledgement. */
sealed interface HsuReplyWire {

  /** So long the chip works on a plain command. */
  long WORK_NANOS = 1_000_000;

  /** So long it talks with a card. */
  long EXCHANGE_NANOS = 5_000_000;

  /** Data, after so much work. */
  record Answer(Bytes data, long nanos) implements HsuReplyWire {}

  /** The error frame: the command can not be carried out as it was given. */
  record Failed() implements HsuReplyWire {}

  /** The answer comes when the search for a card ends. */
  record Searching() implements HsuReplyWire {}

  static HsuReplyWire of(byte... data) {
    return new Answer(Bytes.of(data), WORK_NANOS);
  }

  static HsuReplyWire failed() {
    return new Failed();
  }

  /** The data, or the error frame. */
  static HsuReplyWire when(boolean good, byte... data) {
    return good ? of(data) : failed();
  }
}
