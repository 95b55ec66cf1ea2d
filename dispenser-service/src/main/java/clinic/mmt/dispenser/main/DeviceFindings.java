package clinic.mmt.dispenser.main;

import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.PumpCapabilities;
import clinic.mmt.device.ScaleCapabilities;
import clinic.mmt.dispenser.app.device.Demand;
import clinic.mmt.dispenser.app.device.IdentityLevel;
import clinic.mmt.dispenser.station.DeviceTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From what a device answered to what is wrong with it and what to do, in plain words. */
final class DeviceFindings {

  private DeviceFindings() {}

  /** Why the device on an open port did not say who it is. */
  static String trouble(String device, Fault fault) {
    return switch (fault) {
      case Fault.NoAnswer silent ->
          "not one byte comes; check that the device is switched on, the cable, whether it must be"
              + " a crossed one (RX and TX swapped), and the device's address and speed";
      case Fault.BadFrame garbled ->
          "bytes come that are no message ("
              + garbled.reason()
              + "); check the speed and line settings at the device and in link, then the model";
      case Fault.WrongDevice other ->
          "another device answers: expected %s, found %s; plug the right one in, or configure this one"
              .formatted(other.expected(), other.found());
      case Fault.PortLost lost -> DeviceTrouble.words(device, lost);
      case Fault.Refused refused -> DeviceTrouble.words(device, refused);
      case Fault.Alarmed alarmed -> DeviceTrouble.words(device, alarmed);
      case Fault.NotPermitted not -> DeviceTrouble.words(device, not);
      case Fault.CancelledByStop stopped -> DeviceTrouble.words(device, stopped);
      case Fault.Overload heavy -> DeviceTrouble.words(device, heavy);
      case Fault.Underload light -> DeviceTrouble.words(device, light);
      case Fault.NotStable unrest -> DeviceTrouble.words(device, unrest);
    };
  }

  /** Why a device that said who it is may not be used; empty when it may. */
  static Optional<String> unfit(DeviceIdentity id, Optional<String> expected, Demand demand) {
    if (expected.isPresent() && !expected.get().equals(id.text())) {
      return Optional.of(
          "another device answers: expected %s, found %s; plug the right one in, or write expect: \"%s\""
              .formatted(expected.get(), id.text(), id.text()));
    }
    IdentityLevel known = demand.level(id.serial().isPresent());
    return known.suffices(demand.least())
        ? Optional.empty()
        : Optional.of(
            "%s is known by %s, and must be known by %s; see identity in docs/configuration.md"
                .formatted(id.text(), known.text(), demand.least().text()));
  }

  /** How surely it is known. */
  static String known(DeviceIdentity id, Demand demand) {
    IdentityLevel level = demand.level(id.serial().isPresent());
    return "known by "
        + level.text()
        + switch (level) {
          case SERIAL -> "";
          case PATH -> ": another one of the same model on this cable would not be noticed";
          case MODEL -> ": another one of the same model would not be noticed";
        };
  }

  /** What a pump can't do, and what that means. */
  static List<String> meaning(PumpCapabilities can) {
    List<String> said = new ArrayList<>();
    if (!can.stallDetection()) {
      said.add("does not tell a stall: pours only with the scale");
    }
    switch (can.volumeReadback()) {
      case NONE -> said.add("does not count what it pours: pours only with the scale");
      case VOLATILE ->
          said.add(
              "forgets its count without power: after a cut only the scale tells what was poured");
      case RETAINED -> {}
    }
    if (!can.watchdog()) {
      said.add("goes on when the computer falls silent: only to the end of the stroke it was told");
    }
    if (!can.checksum()) {
      said.add(
          "its answers carry no check: settings are read back, the scale is the second witness");
    }
    if (!can.safeRepeat()) {
      said.add("a command sent twice would be done twice: none that moves liquid is ever repeated");
    }
    return said;
  }

  /** What a scale can't do, and what that means. */
  static List<String> meaning(ScaleCapabilities can) {
    List<String> said = new ArrayList<>();
    if (!can.onRequest()) {
      said.add("talks by itself and takes no command: zero it at its own key");
    }
    if (!can.tareReadback()) {
      said.add("can't tell its tare: after a lost line the dose's weight is no witness");
    }
    if (!can.stability()) {
      said.add("does not tell whether its weight is stable: keep hands away from it");
    }
    if (!can.checksum()) {
      said.add("its weights carry no check: each is compared with what the pump counted");
    }
    return said;
  }
}
