package clinic.mmt.dispenser.app.device;

/** What is known of a start. */
public sealed interface Started {

  /** The pump runs. */
  record Runs() implements Started {}

  /** Proven: no byte of the start frame was written. */
  record NotWritten(String why) implements Started {}

  /** Written, and no good answer: ask the pump. */
  record Unanswered(String why) implements Started {}
}
