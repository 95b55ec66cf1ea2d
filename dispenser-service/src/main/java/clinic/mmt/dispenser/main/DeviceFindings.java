package clinic.mmt.dispenser.main;

import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.PumpCapabilities;
import clinic.mmt.device.ScaleCapabilities;
import clinic.mmt.dispenser.app.device.Demand;
import clinic.mmt.dispenser.app.device.IdentityLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From what a device answered to what is wrong with it and what to do, in plain words. */
final class DeviceFindings {

  private final DoctorWords words;

  DeviceFindings(DoctorWords words) {
    this.words = words;
  }

  /** Why the device on an open port did not say who it is. */
  String trouble(Fault fault) {
    return switch (fault) {
      case Fault.NoAnswer silent -> words.say("no-answer");
      case Fault.BadFrame garbled -> words.say("bad-frame", garbled.reason());
      case Fault.WrongDevice other -> words.say("wrong-device", other.expected(), other.found());
      case Fault.PortLost lost -> words.say("port-lost", lost.cause());
      case Fault.Refused refused -> words.say("refused", refused.command(), refused.code());
      case Fault.Alarmed alarmed ->
          words.say("alarmed", words.say("alarm." + alarmed.alarm().name()));
      case Fault.NotPermitted not -> words.say("not-permitted", not.reason());
      case Fault.CancelledByStop stopped -> words.say("stopped");
      case Fault.Overload heavy -> words.say("overload");
      case Fault.Underload light -> words.say("underload");
      case Fault.NotStable unrest -> words.say("not-stable");
    };
  }

  /** Why a device that said who it is may not be used; empty when it may. */
  Optional<String> unfit(DeviceIdentity id, Optional<String> expected, Demand demand) {
    if (expected.isPresent() && !expected.get().equals(id.text())) {
      return Optional.of(words.say("unfit.other", expected.get(), id.text(), id.text()));
    }
    IdentityLevel known = demand.level(id.serial().isPresent());
    return known.suffices(demand.least())
        ? Optional.empty()
        : Optional.of(words.say("unfit.weak", id.text(), level(known), level(demand.least())));
  }

  private String level(IdentityLevel level) {
    return words.say("level." + level.name());
  }

  /** How surely it is known. */
  String known(DeviceIdentity id, Demand demand) {
    IdentityLevel level = demand.level(id.serial().isPresent());
    return words.say("known." + level.name(), level(level));
  }

  /** What a pump can't do, and what that means. */
  List<String> meaning(PumpCapabilities can) {
    List<String> said = new ArrayList<>();
    if (!can.stallDetection()) {
      said.add(words.say("pump.stall"));
    }
    switch (can.volumeReadback()) {
      case NONE -> said.add(words.say("pump.no-count"));
      case VOLATILE -> said.add(words.say("pump.volatile-count"));
      case RETAINED -> {}
    }
    if (!can.watchdog()) {
      said.add(words.say("pump.watchdog"));
    }
    if (!can.checksum()) {
      said.add(words.say("pump.checksum"));
    }
    if (!can.safeRepeat()) {
      said.add(words.say("pump.repeat"));
    }
    return said;
  }

  /** What a scale can't do, and what that means. */
  List<String> meaning(ScaleCapabilities can) {
    List<String> said = new ArrayList<>();
    if (!can.onRequest()) {
      said.add(words.say("scale.request"));
    }
    if (!can.tareReadback()) {
      said.add(words.say("scale.tare"));
    }
    if (!can.stability()) {
      said.add(words.say("scale.stability"));
    }
    if (!can.checksum()) {
      said.add(words.say("scale.checksum"));
    }
    return said;
  }
}
