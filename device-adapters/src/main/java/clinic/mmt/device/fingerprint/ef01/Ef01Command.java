package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.frame.Ef01Framing;
import clinic.mmt.device.frame.Octets;

/**
 * A command by its name in the manual.
 *
 * @param name as in the manual
 * @param content code and parameters
 * @param timing limits; 1 try for what is not safe to repeat
 * @param confidential whether the frame ring hides the bytes
 */
record Ef01Command(String name, Octets content, Timing timing, boolean confidential) {

  private static final Timing PLAIN = new Timing(1000, 3);
  private static final Timing SLOW = new Timing(3000, 1);

  /** Nobody waits long for a light. */
  private static final Timing COURTESY = new Timing(300, 1);

  static final Ef01Command GEN_IMG = plain("GenImg", 0x01);
  static final Ef01Command MATCH = plain("Match", 0x03);
  static final Ef01Command READ_SYS_PARA = plain("ReadSysPara", 0x0F);
  static final Ef01Command TEMPLETE_NUM = plain("TempleteNum", 0x1D);

  /** A second merge would merge what is merged already. */
  static final Ef01Command REG_MODEL = new Ef01Command("RegModel", Octets.of(0x05), SLOW, false);

  static final Ef01Command EMPTY = new Ef01Command("Empty", Octets.of(0x0D), SLOW, false);

  // R503 only

  /** As GenImg, but says of a poor image that it is poor. */
  static final Ef01Command GET_IMAGE_EX = plain("GetImageEx", 0x28);

  static final Ef01Command CHECK_SENSOR = plain("CheckSensor", 0x36);
  static final Ef01Command GET_FW_VER = plain("GetFwVer", 0x3A);
  static final Ef01Command READ_PROD_INFO = plain("ReadProdInfo", 0x3C);

  static Ef01Command auraLedConfig(int control, int speed, int colour, int count) {
    String name = "AuraLedConfig " + control + " " + speed + " " + colour + " " + count;
    Octets content = Octets.of(0x35, control, speed, colour, count);
    return new Ef01Command(name, content, COURTESY, false);
  }

  static Ef01Command img2Tz(int buffer) {
    return plain("Img2Tz " + buffer, 0x02, buffer);
  }

  static Ef01Command upChar(int buffer) {
    return new Ef01Command("UpChar " + buffer, Octets.of(0x08, buffer), new Timing(1000, 1), false);
  }

  static Ef01Command downChar(int buffer) {
    return plain("DownChar " + buffer, 0x09, buffer);
  }

  /** Parameter 5 is the security level, 1 to 5. */
  static Ef01Command setSysPara(int parameter, int value) {
    return plain("SetSysPara " + parameter + " " + value, 0x0E, parameter, value);
  }

  static Ef01Command readNotepad(int page) {
    return plain("ReadNotepad " + page, 0x19, page);
  }

  /** A page of the notepad, 32 bytes; read back afterwards. */
  static Ef01Command writeNotepad(int page, Octets content) {
    return new Ef01Command(
        "WriteNotepad " + page, Octets.of(0x18, page).plus(content), SLOW, false);
  }

  static Ef01Command vfyPwd(int password) {
    return new Ef01Command(
        "VfyPwd",
        Octets.of(0x13, password >> 24, password >> 16, password >> 8, password),
        PLAIN,
        true);
  }

  private static Ef01Command plain(String name, int... content) {
    return new Ef01Command(name, Octets.of(content), PLAIN, false);
  }

  /** The command's packet. */
  Outgoing frame(int address) {
    return new Outgoing(name, Ef01Framing.packet(address, 1, content), confidential);
  }

  /** A data packet, which no acknowledgement follows. */
  static Outgoing data(int address, boolean last, Octets content) {
    return new Outgoing(
        last ? "last" : "data", Ef01Framing.packet(address, last ? 8 : 2, content), true);
  }
}
