package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import java.util.Arrays;
import java.util.Optional;

/** Command codes with the manual's names, and the least and the most that may follow them. */
enum HsuCommandWire {
  DIAGNOSE(0x00, "Diagnose", 1, 262),
  GET_FIRMWARE_VERSION(0x02, "GetFirmwareVersion", 0, 0),
  GET_GENERAL_STATUS(0x04, "GetGeneralStatus", 0, 0),
  READ_REGISTER(0x06, "ReadRegister", 2, 262),
  WRITE_REGISTER(0x08, "WriteRegister", 3, 262),
  READ_GPIO(0x0C, "ReadGPIO", 0, 0),
  WRITE_GPIO(0x0E, "WriteGPIO", 2, 2),
  SET_SERIAL_BAUD_RATE(0x10, "SetSerialBaudRate", 1, 1),
  SET_PARAMETERS(0x12, "SetParameters", 1, 1),
  SAM_CONFIGURATION(0x14, "SAMConfiguration", 1, 3),
  POWER_DOWN(0x16, "PowerDown", 1, 2),
  RF_CONFIGURATION(0x32, "RFConfiguration", 2, 12),
  IN_DATA_EXCHANGE(0x40, "InDataExchange", 1, 263),
  IN_COMMUNICATE_THRU(0x42, "InCommunicateThru", 0, 263),
  IN_DESELECT(0x44, "InDeselect", 1, 1),
  IN_LIST_PASSIVE_TARGET(0x4A, "InListPassiveTarget", 2, 14),
  IN_RELEASE(0x52, "InRelease", 1, 1),
  IN_SELECT(0x54, "InSelect", 1, 1),
  IN_AUTO_POLL(0x60, "InAutoPoll", 3, 17);

  private final int code;
  private final String title;
  private final int least;
  private final int most;

  HsuCommandWire(int code, String title, int least, int most) {
    this.code = code;
    this.title = title;
    this.least = least;
    this.most = most;
  }

  /** The command of this content, if its length fits too. */
  static Optional<HsuCommandWire> of(Bytes content) {
    int parameters = content.size() - 1;
    return Arrays.stream(values())
        .filter(c -> content.size() > 0 && content.at(0) == c.code)
        .filter(c -> parameters >= c.least && parameters <= c.most)
        .findFirst();
  }

  /** The code of its answer. */
  int answerCode() {
    return code + 1;
  }

  /** Name and data. */
  String tell(byte[] data) {
    return data.length == 0 ? title : title + " " + Hex.dense(data);
  }

  /** Whether it needs the field, and so the chip out of its low-voltage mode. */
  boolean needsField() {
    return switch (this) {
      case IN_DATA_EXCHANGE,
          IN_COMMUNICATE_THRU,
          IN_DESELECT,
          IN_LIST_PASSIVE_TARGET,
          IN_RELEASE,
          IN_SELECT,
          IN_AUTO_POLL ->
          true;
      default -> false;
    };
  }
}
