package clinic.mmt.device;

/** What is known of a start command. A start frame is never written twice for one intent. */
public sealed interface StartOutcome {

  /** The pump answered that it runs. */
  record Started(PumpReport report) implements StartOutcome {}

  /** Proven: no byte of the start frame was handed to the port. */
  record NotWritten(Fault fault) implements StartOutcome {}

  /** The start frame was written, at least in part, and no good answer came: ask the pump. */
  record Unknown(Fault fault) implements StartOutcome {}
}
