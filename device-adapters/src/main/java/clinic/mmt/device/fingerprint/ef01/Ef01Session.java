package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.Fault;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.exchange.WriteMark;
import clinic.mmt.device.fingerprint.ef01.Ef01Packet.Ack;
import clinic.mmt.device.fingerprint.ef01.Ef01Packet.Data;
import clinic.mmt.device.frame.Octets;
import java.util.Optional;

/** The private exchange with one module: commands by name, templates in packets. */
final class Ef01Session {

  static final int OK = 0x00;
  private static final int PACKET_ERROR = 0x01;
  private static final int PACKET_ERRORS_MAX = 3;
  private static final int TEMPLATE_MAX = 4096;
  private static final Timing DATA = new Timing(1000, 1);

  private final Ef01Options options;
  private int packetBytes = 128;

  Ef01Session(Ef01Options options) {
    this.options = options;
  }

  /** Asks; the acknowledgement may say anything but "packet error", after which it asks again. */
  Ack ask(Line<Ef01Packet> line, Ef01Command command) throws FaultException {
    Ack ack = line.ask(request(command));
    int asked = 1;
    while (ack.code() == PACKET_ERROR
        && asked < PACKET_ERRORS_MAX
        && command.timing().tries() > 1) {
      ack = line.ask(request(command));
      asked++;
    }
    return ack;
  }

  /** Asks for something that must be done. */
  Ack mustDo(Line<Ef01Packet> line, Ef01Command command) throws FaultException {
    Ack ack = ask(line, command);
    if (ack.code() != OK) {
      throw refused(command, ack);
    }
    return ack;
  }

  /** The password is proven anew before each use: a module may have been swapped. */
  void vfyPwd(Line<Ef01Packet> line) throws FaultException {
    mustDo(line, Ef01Command.vfyPwd(options.password()));
  }

  SysPara readSysPara(Line<Ef01Packet> line) throws FaultException {
    Ack ack = mustDo(line, Ef01Command.READ_SYS_PARA);
    SysPara para =
        SysPara.decode(ack.parameters())
            .orElseThrow(() -> unreadable(Ef01Command.READ_SYS_PARA, ack));
    packetBytes = para.packetBytes();
    return para;
  }

  Ef01Product product() {
    return options.product();
  }

  ProdInfo readProdInfo(Line<Ef01Packet> line) throws FaultException {
    Ack ack = mustDo(line, Ef01Command.READ_PROD_INFO);
    return ProdInfo.decode(ack.parameters())
        .orElseThrow(() -> unreadable(Ef01Command.READ_PROD_INFO, ack));
  }

  String getFwVer(Line<Ef01Packet> line) throws FaultException {
    Ack ack = mustDo(line, Ef01Command.GET_FW_VER);
    return ProdInfo.text(ack.parameters())
        .orElseThrow(() -> unreadable(Ef01Command.GET_FW_VER, ack));
  }

  int templeteNum(Line<Ef01Packet> line) throws FaultException {
    Ack ack = mustDo(line, Ef01Command.TEMPLETE_NUM);
    if (ack.parameters().length() != 2) {
      throw unreadable(Ef01Command.TEMPLETE_NUM, ack);
    }
    return ack.parameters().u16(0);
  }

  /** The 32 bytes that bind a module to its window; empty when nobody wrote them. */
  Optional<String> bindingToken(Line<Ef01Packet> line) throws FaultException {
    Ef01Command command = Ef01Command.readNotepad(0);
    Ack ack = mustDo(line, command);
    if (ack.parameters().length() != 32) {
      throw unreadable(command, ack);
    }
    String hex = ack.parameters().hex().replace(" ", "");
    return hex.matches("(00)+|(ff)+") ? Optional.empty() : Optional.of(hex);
  }

  /** Writes the mark and reads it back. */
  void bind(Line<Ef01Packet> line, String mark) throws FaultException {
    mustDo(line, Ef01Command.writeNotepad(0, Octets.fromHex(mark.replaceAll("..(?!$)", "$0 "))));
    Optional<String> found = bindingToken(line);
    if (!found.equals(Optional.of(mark))) {
      throw new FaultException(
          new Fault.WrongDevice("ReadNotepad 0", mark, found.orElse("no mark")));
    }
  }

  /** The score of a match; a negative answer may come without one. */
  static int score(Ack ack) throws FaultException {
    if (ack.parameters().length() == 2) {
      return ack.parameters().u16(0);
    }
    if (ack.code() == OK) {
      throw unreadable(Ef01Command.MATCH, ack);
    }
    return 0;
  }

  void downChar(Line<Ef01Packet> line, int buffer, Octets template) throws FaultException {
    mustDo(line, Ef01Command.downChar(buffer));
    for (int from = 0; from < template.length(); from += packetBytes) {
      int to = Math.min(template.length(), from + packetBytes);
      boolean last = to == template.length();
      Outgoing packet = Ef01Command.data(options.address(), last, template.slice(from, to));
      line.send(packet, new WriteMark());
    }
  }

  Octets upChar(Line<Ef01Packet> line, int buffer) throws FaultException {
    Ef01Command command = Ef01Command.upChar(buffer);
    mustDo(line, command);
    Octets template = Octets.NONE;
    boolean more = true;
    while (more) {
      Data data = line.listen(dataOf(command));
      template = template.plus(data.content());
      more = !data.last();
      if (template.length() > TEMPLATE_MAX) {
        throw new FaultException(new Fault.BadFrame(command.name(), "", "template without end"));
      }
    }
    return template;
  }

  static FaultException refused(Ef01Command command, Ack ack) {
    String code = "%02X".formatted(ack.code());
    return new FaultException(new Fault.Refused(command.name(), code));
  }

  private static FaultException unreadable(Ef01Command command, Ack ack) {
    return new FaultException(
        new Fault.BadFrame(command.name(), "", "unexpected answer: " + ack.meaning()));
  }

  private Request<Ef01Packet, Ack> request(Ef01Command command) {
    return new Request<>(
        command.frame(options.address()),
        command.timing(),
        packet -> packet instanceof Ack ack && isOurs(ack) ? Optional.of(ack) : Optional.empty());
  }

  private Request<Ef01Packet, Data> dataOf(Ef01Command command) {
    return new Request<>(
        command.frame(options.address()),
        DATA,
        packet -> packet instanceof Data d && isOurs(d) ? Optional.of(d) : Optional.empty());
  }

  private boolean isOurs(Ef01Packet packet) {
    return packet.address() == options.address();
  }
}
