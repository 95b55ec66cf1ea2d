package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Hex;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Command codes, with the manual's name and the fields that follow the code. */
enum CommandWire {
  GEN_IMG(0x01, "GenImg", ""),
  IMG_2_TZ(0x02, "Img2Tz", "1"),
  MATCH(0x03, "Match", ""),
  SEARCH(0x04, "Search", "1 2 2"),
  REG_MODEL(0x05, "RegModel", ""),
  STORE(0x06, "Store", "1 2"),
  LOAD_CHAR(0x07, "LoadChar", "1 2"),
  UP_CHAR(0x08, "UpChar", "1"),
  DOWN_CHAR(0x09, "DownChar", "1"),
  UP_IMAGE(0x0A, "UpImage", ""),
  DOWN_IMAGE(0x0B, "DownImage", ""),
  DELET_CHAR(0x0C, "DeletChar", "2 2"),
  EMPTY(0x0D, "Empty", ""),
  SET_SYS_PARA(0x0E, "SetSysPara", "1 1"),
  READ_SYS_PARA(0x0F, "ReadSysPara", ""),
  SET_PWD(0x12, "SetPwd", "x4"),
  VFY_PWD(0x13, "VfyPwd", "x4"),
  GET_RANDOM_CODE(0x14, "GetRandomCode", ""),
  SET_ADDR(0x15, "SetAddr", "x4"),
  WRITE_NOTEPAD(0x18, "WriteNotepad", "1 x32"),
  READ_NOTEPAD(0x19, "ReadNotepad", "1"),
  HI_SPEED_SEARCH(0x1B, "HiSpeedSearch", "1 2 2"),
  TEMPLETE_NUM(0x1D, "TempleteNum", ""),
  READ_CON_LIST(0x1F, "ReadConList", "1"),
  OPEN_LED(0x50, "OpenLED", ""),
  CLOSE_LED(0x51, "CloseLED", ""),
  GET_IMAGE_FREE(0x52, "GetImageFree", ""),
  GET_ECHO(0x53, "GetEcho", "");

  private final int code;
  private final String title;

  /** Widths in bytes; x before a width = told in hex, else a decimal number. */
  private final String layout;

  CommandWire(int code, String title, String layout) {
    this.code = code;
    this.title = title;
    this.layout = layout;
  }

  /** The command of this packet, if its length fits too. */
  static Optional<CommandWire> of(byte[] content) {
    return Arrays.stream(values())
        .filter(c -> content.length == 1 + c.parameterBytes() && (content[0] & 0xFF) == c.code)
        .findFirst();
  }

  private Stream<String> fields() {
    return Arrays.stream(layout.split(" ", -1)).filter(field -> !field.isEmpty());
  }

  private static int width(String field) {
    return Integer.parseInt(field.replace("x", ""));
  }

  private int parameterBytes() {
    return fields().mapToInt(CommandWire::width).sum();
  }

  /** The manual's name. */
  String title() {
    return title;
  }

  /** Name and parameters. */
  String tell(byte[] content) {
    StringBuilder told = new StringBuilder(title);
    int at = 1;
    for (String field : fields().toList()) {
      int width = width(field);
      told.append(' ');
      if (field.startsWith("x")) {
        told.append(Hex.dense(Arrays.copyOfRange(content, at, at + width)));
      } else {
        told.append(Ef01PacketWire.read(content, at, width));
      }
      at += width;
    }
    return told.toString();
  }

  /** Commands that are taken before the password was verified. */
  boolean needsNoPassword() {
    return this == VFY_PWD || this == GET_ECHO;
  }
}
