package clinic.mmt.device.token.pn532;

import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.frame.HsuFraming;
import clinic.mmt.device.frame.Octets;
import java.util.Arrays;
import java.util.Optional;

/** Commands by their names in the PN532 user manual; an answer has the code plus one. */
enum Pn532Command {
  DIAGNOSE(0x00, "Diagnose"),
  GET_FIRMWARE_VERSION(0x02, "GetFirmwareVersion"),
  READ_REGISTER(0x06, "ReadRegister"),
  WRITE_REGISTER(0x08, "WriteRegister"),
  SET_PARAMETERS(0x12, "SetParameters"),
  SAM_CONFIGURATION(0x14, "SAMConfiguration"),
  POWER_DOWN(0x16, "PowerDown"),
  RF_CONFIGURATION(0x32, "RFConfiguration"),
  IN_DATA_EXCHANGE(0x40, "InDataExchange"),
  IN_DESELECT(0x44, "InDeselect"),
  IN_LIST_PASSIVE_TARGET(0x4A, "InListPassiveTarget"),
  IN_RELEASE(0x52, "InRelease"),
  IN_AUTO_POLL(0x60, "InAutoPoll");

  /** Wakes a sleeping chip; the zeros are the time it needs. */
  private static final Octets WAKE_UP = Octets.of(0x55, 0x55).plus(Octets.of(new byte[14]));

  private final int code;
  private final String manualName;

  Pn532Command(int code, String manualName) {
    this.code = code;
    this.manualName = manualName;
  }

  String manualName() {
    return manualName;
  }

  /** The command that an answer's code belongs to. */
  static Optional<Pn532Command> answeredBy(int answerCode) {
    return Arrays.stream(values()).filter(each -> each.code + 1 == answerCode).findFirst();
  }

  /** The frame with this data. */
  Octets frame(Octets data) {
    return HsuFraming.normal(Octets.of(HsuFraming.FROM_HOST, code).plus(data));
  }

  /** To be written. */
  Request.Outgoing outgoing(Octets data) {
    return new Request.Outgoing(manualName, frame(data), false);
  }

  /** To be written to a chip that may sleep. */
  Request.Outgoing waking(Octets data) {
    return new Request.Outgoing(manualName, WAKE_UP.plus(frame(data)), false);
  }

  /** Whether an answer may have this data. */
  boolean mayAnswer(Octets data) {
    int length = data.length();
    return switch (this) {
      case GET_FIRMWARE_VERSION -> length == 4;
      case WRITE_REGISTER, SET_PARAMETERS, SAM_CONFIGURATION, RF_CONFIGURATION -> length == 0;
      case POWER_DOWN, IN_DESELECT, IN_RELEASE -> length == 1;
      case IN_DATA_EXCHANGE, IN_AUTO_POLL -> length >= 1;
      case IN_LIST_PASSIVE_TARGET -> Target.list(data).isPresent();
      case DIAGNOSE, READ_REGISTER -> true;
    };
  }
}
