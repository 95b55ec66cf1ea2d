package clinic.mmt.device;

/** Alarms a pump latches until the host has seen them. */
public enum PumpAlarm {
  /** The pump was without power; its counters are lost. */
  POWER_WAS_INTERRUPTED,
  /** The motor stalled. */
  MOTOR_STALLED,
  /** The pump heard nothing from the host for the watchdog's time and stopped by itself. */
  HOST_SILENT,
  /** The pump's own program is wrong. */
  PROGRAM_ERROR,
  /** A phase of the pump's program is out of range. */
  PHASE_OUT_OF_RANGE,
  /** The pump's valve can't turn. */
  VALVE_BLOCKED,
  /** The drive became too hot. */
  TOO_HOT,
  /** The motor's supply voltage is too low or too high. */
  BAD_SUPPLY
}
