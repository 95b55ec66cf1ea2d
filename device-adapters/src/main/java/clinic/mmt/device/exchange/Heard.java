package clinic.mmt.device.exchange;

/** What was heard on a line within a wait. */
sealed interface Heard<M extends Message> {

  /** A message of the protocol. */
  record Good<M extends Message>(M message) implements Heard<M> {}

  /** Bytes that are none. */
  record Bad<M extends Message>(String hex, String reason) implements Heard<M> {}

  /** Nothing until the deadline. */
  record Silence<M extends Message>() implements Heard<M> {}

  /** The urgent lane, or a cancellation, ends the wait. */
  record Interrupted<M extends Message>() implements Heard<M> {}

  /** The port is gone. */
  record Lost<M extends Message>(String cause) implements Heard<M> {}
}
