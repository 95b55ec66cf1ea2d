package clinic.mmt.sim.fingerprint.zfm20;

import java.util.Arrays;
import java.util.Optional;

/** Command codes, with the length of what follows the code. */
enum CommandWire {
  GEN_IMG(0x01, 0),
  IMG_2_TZ(0x02, 1),
  MATCH(0x03, 0),
  SEARCH(0x04, 5),
  REG_MODEL(0x05, 0),
  STORE(0x06, 3),
  LOAD_CHAR(0x07, 3),
  UP_CHAR(0x08, 1),
  DOWN_CHAR(0x09, 1),
  UP_IMAGE(0x0A, 0),
  DOWN_IMAGE(0x0B, 0),
  DELET_CHAR(0x0C, 4),
  EMPTY(0x0D, 0),
  SET_SYS_PARA(0x0E, 2),
  READ_SYS_PARA(0x0F, 0),
  SET_PWD(0x12, 4),
  VFY_PWD(0x13, 4),
  GET_RANDOM_CODE(0x14, 0),
  SET_ADDR(0x15, 4),
  WRITE_NOTEPAD(0x18, 33),
  READ_NOTEPAD(0x19, 1),
  HI_SPEED_SEARCH(0x1B, 5),
  TEMPLETE_NUM(0x1D, 0),
  READ_CON_LIST(0x1F, 1),
  OPEN_LED(0x50, 0),
  CLOSE_LED(0x51, 0),
  GET_IMAGE_FREE(0x52, 0),
  GET_ECHO(0x53, 0);

  private final int code;
  private final int parameterBytes;

  CommandWire(int code, int parameterBytes) {
    this.code = code;
    this.parameterBytes = parameterBytes;
  }

  /** The command of this packet, if its length fits too. */
  static Optional<CommandWire> of(byte[] content) {
    return Arrays.stream(values())
        .filter(c -> content.length == 1 + c.parameterBytes && (content[0] & 0xFF) == c.code)
        .findFirst();
  }

  /** Commands that are taken before the password was verified. */
  boolean needsNoPassword() {
    return this == VFY_PWD || this == GET_ECHO;
  }
}
