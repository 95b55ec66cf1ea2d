package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * An acknowledgement.
 *
 * @param confirmation its code
 * @param parameters what follows the code
 * @param meaning in the manual's words
 */
record AckWire(Confirmation confirmation, Bytes parameters, String meaning) {

  static AckWire plain(Confirmation confirmation, long address) {
    String from =
        address == ZfmLinkWire.USUAL_ADDRESS
            ? ""
            : String.format(Locale.ROOT, " from %08X", address);
    String meaning = String.format(Locale.ROOT, "ack %02X%s", confirmation.code(), from);
    return new AckWire(confirmation, Bytes.of(), meaning);
  }

  static AckWire match(ZfmModule.Found found) {
    return new AckWire(
        found.confirmation(),
        Bytes.of(Ef01PacketWire.number(found.score(), 2)),
        "Match" + code(found) + " score " + found.score());
  }

  static AckWire search(ZfmModule.Found found) {
    return new AckWire(
        found.confirmation(),
        Bytes.of(Ef01PacketWire.number(((long) found.page() << 16) | found.score(), 4)),
        "Search" + code(found) + " page " + found.page() + " score " + found.score());
  }

  private static String code(ZfmModule.Found found) {
    return code(found.confirmation());
  }

  private static String code(Confirmation confirmation) {
    return confirmation == Confirmation.DONE
        ? ""
        : String.format(Locale.ROOT, " code %02X", confirmation.code());
  }

  static AckWire enroll(ZfmModule.Found found) {
    return new AckWire(
        found.confirmation(),
        Bytes.of(Ef01PacketWire.number(found.page(), 2)),
        "Enroll" + code(found) + " page " + found.page());
  }

  static AckWire identify(ZfmModule.Found found) {
    AckWire search = search(found);
    return new AckWire(
        found.confirmation(),
        search.parameters(),
        search.meaning().replaceFirst("Search", "Identify"));
  }

  static AckWire autoEnroll(Confirmation confirmation, int step, int page) {
    return new AckWire(
        confirmation,
        Bytes.of(Ef01PacketWire.number(((long) step << 8) | page, 2)),
        "AutoEnroll" + code(confirmation) + " step " + step + " id " + page);
  }

  static AckWire autoIdentify(Confirmation confirmation, int step, int page, int score) {
    long fields = ((long) step << 32) | ((long) page << 16) | score;
    return new AckWire(
        confirmation,
        Bytes.of(Ef01PacketWire.number(fields, 5)),
        "AutoIdentify"
            + code(confirmation)
            + " step "
            + step
            + " page "
            + page
            + " score "
            + score);
  }

  static AckWire parameters(ZfmModule module, ZfmLinkWire link) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Ef01PacketWire.number(module.status(), 2));
    out.writeBytes(Ef01PacketWire.number(0, 2));
    out.writeBytes(Ef01PacketWire.number(module.library().capacity(), 2));
    out.writeBytes(Ef01PacketWire.number(module.level(), 2));
    out.writeBytes(Ef01PacketWire.number(link.address, 4));
    out.writeBytes(Ef01PacketWire.number(link.packetCode, 2));
    out.writeBytes(Ef01PacketWire.number(link.baudCode, 2));
    String meaning =
        String.format(
            Locale.ROOT,
            "ReadSysPara status %04X system 0000 capacity %d level %d address %08X packet %d"
                + " baud %d",
            module.status(),
            module.library().capacity(),
            module.level(),
            link.address,
            link.packetCode,
            link.baudCode);
    return new AckWire(Confirmation.DONE, Bytes.of(out.toByteArray()), meaning);
  }

  static AckWire count(int count) {
    return new AckWire(
        Confirmation.DONE, Bytes.of(Ef01PacketWire.number(count, 2)), "TempleteNum count " + count);
  }

  /** An answer of plain bytes. */
  static AckWire bytes(CommandWire command, byte... bytes) {
    return new AckWire(
        Confirmation.DONE, Bytes.of(bytes), command.title() + " " + Hex.dense(bytes));
  }

  byte[] content() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(confirmation.code());
    content.writeBytes(parameters.array());
    return content.toByteArray();
  }
}
