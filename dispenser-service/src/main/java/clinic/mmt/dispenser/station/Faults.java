package clinic.mmt.dispenser.station;

import clinic.mmt.device.Fault;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.dispenser.app.device.IdentityLevel;
import clinic.mmt.dispenser.app.device.Report;

/** Device faults in plain words, each with its way on. */
final class Faults {

  private Faults() {}

  /** The fault of {@code device} as a person reads it. */
  static <T> Report<T> trouble(String device, Fault fault) {
    return switch (fault) {
      case Fault.NoAnswer f ->
          Report.trouble(
              "no-answer", device + " does not answer.", "check its power and its cable");
      case Fault.BadFrame f ->
          Report.trouble(
              "bad-frame",
              device + " sends what is no answer (" + f.reason() + ").",
              "check cable, model and line settings");
      case Fault.Refused f ->
          Report.trouble(
              "device-refused",
              device + " refuses " + f.command() + ": " + f.code() + ".",
              "look at its display");
      case Fault.WrongDevice f -> wrong(device, f.expected(), f.found());
      case Fault.PortLost f ->
          Report.trouble(
              "device-unplugged",
              device + " is unplugged: " + f.cause() + ".",
              "plug it in; it is found again by itself");
      case Fault.Alarmed f ->
          Report.trouble("pump-alarm", device + ": " + text(f.alarm()) + ".", "look at the pump");
      case Fault.NotPermitted f ->
          Report.trouble("not-permitted", device + ": " + f.reason() + ".", "call the pharmacist");
      case Fault.CancelledByStop f ->
          Report.trouble("stopped", "STOP came first.", "begin again when it is safe");
      case Fault.Overload f ->
          Report.trouble("overload", device + ": too heavy.", "take the load off");
      case Fault.Underload f ->
          Report.trouble("cup-missing", "No cup stands on " + device + ".", "put a cup on it");
      case Fault.NotStable f ->
          Report.trouble(
              "scale-unstable",
              device + " does not come to rest.",
              "keep draught and hands away from it");
    };
  }

  static <T> Report<T> wrong(String device, String expected, String found) {
    return Report.trouble(
        "wrong-device",
        device + " is another device: expected " + expected + ", found " + found + ".",
        "plug the right one in, or say that a registered spare stands here");
  }

  static <T> Report<T> weak(String device, IdentityLevel least, String found, IdentityLevel known) {
    return Report.trouble(
        "weak-identity",
        "%s is not known surely enough: it must be known by %s, and %s is known by %s."
            .formatted(device, least.text(), found, known.text()),
        switch (least) {
          case SERIAL -> "set its serial number or mark, or demand less in the configuration";
          case PATH -> "configure its /dev/serial/by-id path or tcp:// address";
          case MODEL -> "look at the configuration";
        });
  }

  /** An alarm in plain words. */
  static String text(PumpAlarm alarm) {
    return switch (alarm) {
      case POWER_WAS_INTERRUPTED -> "the power was interrupted, its counter is lost";
      case MOTOR_STALLED -> "the motor stalled";
      case HOST_SILENT -> "it heard nothing from us and stopped by itself";
      case PROGRAM_ERROR -> "its program is wrong";
      case PHASE_OUT_OF_RANGE -> "a phase is out of range";
      case VALVE_BLOCKED -> "its valve can't turn";
      case TOO_HOT -> "its drive is too hot";
      case BAD_SUPPLY -> "its supply voltage is too low or too high";
    };
  }
}
