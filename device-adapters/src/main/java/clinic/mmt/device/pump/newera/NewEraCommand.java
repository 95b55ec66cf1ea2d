package clinic.mmt.device.pump.newera;

import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.StxFraming;

/**
 * A command in the words of the manual, without address.
 *
 * @param text name and parameters, at most 20 characters
 */
record NewEraCommand(String text) {

  static final NewEraCommand STATUS = new NewEraCommand("");
  static final NewEraCommand VER = new NewEraCommand("VER");
  static final NewEraCommand RUN = new NewEraCommand("RUN");
  static final NewEraCommand STP = new NewEraCommand("STP");
  static final NewEraCommand DIS = new NewEraCommand("DIS");
  static final NewEraCommand CLD_INF = new NewEraCommand("CLDINF");
  static final NewEraCommand PF = new NewEraCommand("PF");
  static final NewEraCommand DIR_INF = new NewEraCommand("DIRINF");
  static final NewEraCommand DIR = new NewEraCommand("DIR");
  static final NewEraCommand DIA = new NewEraCommand("DIA");
  static final NewEraCommand RAT = new NewEraCommand("RAT");
  static final NewEraCommand VOL = new NewEraCommand("VOL");
  static final NewEraCommand VOL_ML = new NewEraCommand("VOLML");

  /** Safe mode with a watchdog of {@code seconds}, 1 to 255. */
  static NewEraCommand saf(int seconds) {
    return new NewEraCommand("SAF" + seconds);
  }

  /** A setting with its value. */
  NewEraCommand with(String value) {
    return new NewEraCommand(text + value);
  }

  /** In safe mode: with length and CRC. */
  Outgoing safeFrame(int address) {
    return new Outgoing(name(), StxFraming.counted(Octets.ascii(address + text)), false);
  }

  /** In basic mode, after a CR that ends whatever the pump may have heard before. */
  Outgoing basicFrame(int address) {
    return new Outgoing(name(), Octets.ascii("\r" + address + text + "\r"), false);
  }

  /** What people read. */
  String name() {
    return text.isEmpty() ? "status" : text;
  }
}
