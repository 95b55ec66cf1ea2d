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
import java.util.concurrent.atomic.AtomicReference;

/** The private exchange with one module: commands by name, templates in packets. */
final class Ef01Session {

  static final int OK = 0x00;
  static final int NO_FINGER = 0x02;
  static final int NO_MATCH = 0x08;
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
    Ack ack = askOnce(line, command);
    int asked = 1;
    while (ack.code() == PACKET_ERROR
        && asked < PACKET_ERRORS_MAX
        && command.timing().tries() > 1) {
      ack = askOnce(line, command);
      asked++;
    }
    return ack;
  }

  /**
   * An acknowledgement of another length answers another command: it is passed over. After a "no"
   * that is no everyday one the next question waits for silence, lest all that follows be one
   * behind.
   */
  private Ack askOnce(Line<Ef01Packet> line, Ef01Command command) throws FaultException {
    AtomicReference<Optional<Ack>> stray = new AtomicReference<>(Optional.empty());
    try {
      Ack ack = line.ask(request(command, stray));
      if (ack.code() != OK && ack.code() != NO_FINGER && ack.code() != NO_MATCH) {
        line.expectLateAnswers();
      }
      return ack;
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.NoAnswer && stray.get().isPresent()) {
        throw unreadable(command, stray.get().get());
      }
      throw e;
    }
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
    return mustDo(line, Ef01Command.TEMPLETE_NUM).parameters().u16(0);
  }

  /** The 32 bytes that bind a module to its window; empty when nobody wrote them. */
  Optional<String> bindingToken(Line<Ef01Packet> line) throws FaultException {
    Ack ack = mustDo(line, Ef01Command.readNotepad(0));
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
  static int score(Ack ack) {
    return ack.parameters().length() == 2 ? ack.parameters().u16(0) : 0;
  }

  /**
   * Puts zeros where a person's template was, so that a transfer that fails without a word is never
   * compared with whoever was here before. A module that will not is used all the same.
   */
  void forget(Line<Ef01Packet> line, int bytes) throws FaultException {
    try {
      downChar(line, 2, Octets.of(new byte[bytes]));
    } catch (FaultException e) {
      if (!(e.fault() instanceof Fault.Refused)) {
        throw e;
      }
    }
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

  private Request<Ef01Packet, Ack> request(
      Ef01Command command, AtomicReference<Optional<Ack>> stray) {
    return new Request<>(
        command.frame(options.address()),
        command.timing(),
        packet -> {
          if (!(packet instanceof Ack ack) || !isOurs(ack)) {
            return Optional.empty();
          }
          boolean fits = ack.code() != OK || ack.parameters().length() == command.answerBytes();
          stray.set(Optional.of(ack));
          return fits ? Optional.of(ack) : Optional.empty();
        });
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
