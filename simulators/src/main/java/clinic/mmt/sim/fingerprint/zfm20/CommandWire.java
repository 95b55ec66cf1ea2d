package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Hex;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Command codes, with the manual's name and the fields that follow the code. */
enum CommandWire {
  GEN_IMG(0x01, "GenImg", "", Family.ALL),
  IMG_2_TZ(0x02, "Img2Tz", "1", Family.ALL),
  MATCH(0x03, "Match", "", Family.ALL),
  SEARCH(0x04, "Search", "1 2 2", Family.ALL),
  REG_MODEL(0x05, "RegModel", "", Family.ALL),
  STORE(0x06, "Store", "1 2", Family.ALL),
  LOAD_CHAR(0x07, "LoadChar", "1 2", Family.ALL),
  UP_CHAR(0x08, "UpChar", "1", Family.ALL),
  DOWN_CHAR(0x09, "DownChar", "1", Family.ALL),
  UP_IMAGE(0x0A, "UpImage", "", Family.ALL),
  DOWN_IMAGE(0x0B, "DownImage", "", Family.ALL),
  DELET_CHAR(0x0C, "DeletChar", "2 2", Family.ALL),
  EMPTY(0x0D, "Empty", "", Family.ALL),
  SET_SYS_PARA(0x0E, "SetSysPara", "1 1", Family.ALL),
  READ_SYS_PARA(0x0F, "ReadSysPara", "", Family.ALL),
  ENROLL(0x10, "Enroll", "", Family.AS608),
  IDENTIFY(0x11, "Identify", "", Family.AS608),
  SET_PWD(0x12, "SetPwd", "x4", Family.ALL),
  VFY_PWD(0x13, "VfyPwd", "x4", Family.ALL),
  GET_RANDOM_CODE(0x14, "GetRandomCode", "", Family.ALL),
  SET_ADDR(0x15, "SetAddr", "x4", Family.ALL),
  READ_INF_PAGE(0x16, "ReadInfPage", "", Family.ALL),
  PORT_CONTROL(0x17, "PortControl", "1", Family.ALL),
  WRITE_NOTEPAD(0x18, "WriteNotepad", "1 x32", Family.ALL),
  READ_NOTEPAD(0x19, "ReadNotepad", "1", Family.ALL),
  HI_SPEED_SEARCH(0x1B, "HiSpeedSearch", "1 2 2", Family.ALL),
  TEMPLETE_NUM(0x1D, "TempleteNum", "", Family.ALL),
  READ_CON_LIST(0x1F, "ReadConList", "1", Family.ALL),
  GET_IMAGE_EX(0x28, "GetImageEx", "", Family.R503),
  CANCEL(0x30, "Cancel", "", Family.R503),
  AUTO_ENROLL(0x31, "AutoEnroll", "1 1 1 1 1", Family.R503),
  AUTO_IDENTIFY(0x32, "AutoIdentify", "1 1 1 1 1", Family.R503),
  AURA_LED_CONFIG(0x35, "AuraLedConfig", "1 1 1 1", Family.R503),
  CHECK_SENSOR(0x36, "CheckSensor", "", Family.R503),
  GET_ALG_VER(0x39, "GetAlgVer", "", Family.R503),
  GET_FW_VER(0x3A, "GetFwVer", "", Family.R503),
  READ_PROD_INFO(0x3C, "ReadProdInfo", "", Family.R503),
  SOFT_RST(0x3D, "SoftRst", "", Family.R503),
  HAND_SHAKE(0x40, "HandShake", "", Family.R503),
  OPEN_LED(0x50, "OpenLED", "", Family.OPTICAL),
  CLOSE_LED(0x51, "CloseLED", "", Family.OPTICAL),
  GET_IMAGE_FREE(0x52, "GetImageFree", "", Family.OPTICAL),
  GET_ECHO(0x53, "GetEcho", "", Family.ALL);

  /** Which modules know a command. */
  private enum Family {
    ALL,
    OPTICAL,
    AS608,
    R503
  }

  private final int code;
  private final String title;

  /** Widths in bytes; x before a width = told in hex, else a decimal number. */
  private final String layout;

  private final Family family;

  CommandWire(int code, String title, String layout, Family family) {
    this.code = code;
    this.title = title;
    this.layout = layout;
    this.family = family;
  }

  /** The command of this packet, if its length fits too. */
  static Optional<CommandWire> of(byte[] content, ModuleType type) {
    return Arrays.stream(values())
        .filter(c -> c.isKnownTo(type))
        .filter(c -> content.length == 1 + c.parameterBytes() && (content[0] & 0xFF) == c.code)
        .findFirst();
  }

  private boolean isKnownTo(ModuleType type) {
    return switch (family) {
      case ALL -> true;
      case OPTICAL -> !type.isR503();
      case AS608 -> type == ModuleType.AS608;
      case R503 -> type.isR503();
    };
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
    return this == VFY_PWD || this == GET_ECHO || this == HAND_SHAKE;
  }
}
