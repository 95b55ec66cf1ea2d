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
 * @param answerBytes what follows the code of an acknowledgement that says "done"; acknowledgements
 *     do not name their command, so this is how one that answers another is told apart
 * @param confidential whether the frame ring hides the bytes
 */
record Ef01Command(
    String name, Octets content, Timing timing, int answerBytes, boolean confidential) {

  private static final Timing PLAIN = new Timing(1000, 3);
  private static final Timing SLOW = new Timing(3000, 1);

  /** Nobody waits long for a light. */
  private static final Timing COURTESY = new Timing(300, 1);

  static final Ef01Command GEN_IMG = plain("GenImg", 0x01);
  static final Ef01Command MATCH = plain("Match", 0x03).answeredBy(2);
  static final Ef01Command READ_SYS_PARA = plain("ReadSysPara", 0x0F).answeredBy(16);
  static final Ef01Command TEMPLETE_NUM = plain("TempleteNum", 0x1D).answeredBy(2);

  /** A second merge would merge what is merged already. */
  static final Ef01Command REG_MODEL = new Ef01Command("RegModel", Octets.of(0x05), SLOW, 0, false);

  static final Ef01Command EMPTY = new Ef01Command("Empty", Octets.of(0x0D), SLOW, 0, false);

  // R503 only

  /** As GenImg, but says of a poor image that it is poor. */
  static final Ef01Command GET_IMAGE_EX = plain("GetImageEx", 0x28);

  static final Ef01Command CHECK_SENSOR = plain("CheckSensor", 0x36);
  static final Ef01Command GET_FW_VER = plain("GetFwVer", 0x3A).answeredBy(32);
  static final Ef01Command READ_PROD_INFO = plain("ReadProdInfo", 0x3C).answeredBy(46);

  static Ef01Command auraLedConfig(int control, int speed, int colour, int count) {
    String name = "AuraLedConfig " + control + " " + speed + " " + colour + " " + count;
    Octets content = Octets.of(0x35, control, speed, colour, count);
    return new Ef01Command(name, content, COURTESY, 0, false);
  }

  static Ef01Command img2Tz(int buffer) {
    return plain("Img2Tz " + buffer, 0x02, buffer);
  }

  static Ef01Command upChar(int buffer) {
    Timing once = new Timing(1000, 1);
    return new Ef01Command("UpChar " + buffer, Octets.of(0x08, buffer), once, 0, false);
  }

  static Ef01Command downChar(int buffer) {
    return plain("DownChar " + buffer, 0x09, buffer);
  }

  /** Parameter 5 is the security level, 1 to 5. */
  static Ef01Command setSysPara(int parameter, int value) {
    return plain("SetSysPara " + parameter + " " + value, 0x0E, parameter, value);
  }

  static Ef01Command readNotepad(int page) {
    return plain("ReadNotepad " + page, 0x19, page).answeredBy(32);
  }

  /** A page of the notepad, 32 bytes; read back afterwards. */
  static Ef01Command writeNotepad(int page, Octets content) {
    return new Ef01Command(
        "WriteNotepad " + page, Octets.of(0x18, page).plus(content), SLOW, 0, false);
  }

  static Ef01Command vfyPwd(int password) {
    return new Ef01Command(
        "VfyPwd",
        Octets.of(0x13, password >> 24, password >> 16, password >> 8, password),
        PLAIN,
        0,
        true);
  }

  private static Ef01Command plain(String name, int... content) {
    return new Ef01Command(name, Octets.of(content), PLAIN, 0, false);
  }

  private Ef01Command answeredBy(int bytes) {
    return new Ef01Command(name, content, timing, bytes, confidential);
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
