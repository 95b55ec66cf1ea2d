package clinic.mmt.device;

/** What the pump's motor does. */
public enum PumpMotion {
  /** Liquid is being dispensed. */
  DISPENSING,
  /** Liquid is being drawn back. */
  WITHDRAWING,
  /** Running without a volume limit: prime or front panel. */
  PURGING,
  /** Halted in mid-program; a start would resume. */
  PAUSED,
  /** Halted. */
  STOPPED,
  /** An alarm is latched; nothing moves. */
  ALARMED
}
