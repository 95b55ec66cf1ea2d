package clinic.mmt.dispenser.station;

import clinic.mmt.device.Fault;
import clinic.mmt.dispenser.app.device.Report;

/** Device faults in plain words, for commands that speak to devices without a counter. */
public final class DeviceTrouble {

  private DeviceTrouble() {}

  /** What is wrong and what to do. */
  public static String words(String device, Fault fault) {
    return switch (Faults.<Boolean>trouble(device, fault)) {
      case Report.Ok<Boolean> ok -> "";
      case Report.Trouble<Boolean> t -> t.text() + " " + t.wayOn() + ".";
    };
  }
}
