package clinic.mmt.device;

/** Why a device gave no usable answer. Small and closed; an exception would be a bug of ours. */
public sealed interface Fault {

  /** The operation that failed, in the words of the device's manual. */
  String command();

  /** Silence until the deadline, after the allowed retries. */
  record NoAnswer(String command) implements Fault {}

  /** Bytes that are no frame of the protocol: length, checksum, range or unknown code. */
  record BadFrame(String command, String hex, String reason) implements Fault {}

  /** The device answered no, with its own code. */
  record Refused(String command, String code) implements Fault {}

  /** The device that answered is not the one that was expected. */
  record WrongDevice(String command, String expected, String found) implements Fault {}

  /** The port vanished or can't be opened. */
  record PortLost(String command, String cause) implements Fault {}

  /** The pump has an alarm latched; nothing moves until the host has seen it. */
  record Alarmed(String command, PumpAlarm alarm) implements Fault {}

  /** The driver refused before a byte was written: no permit, cap, range or resolution. */
  record NotPermitted(String command, String reason) implements Fault {}

  /** STOP went before this operation. */
  record CancelledByStop(String command) implements Fault {}

  /** The load is above the scale's range (H26). */
  record Overload(String command) implements Fault {}

  /** The load is below the scale's range, for example the pan was lifted off. */
  record Underload(String command) implements Fault {}

  /** The scale found no stable weight in time. */
  record NotStable(String command) implements Fault {}
}
