package clinic.mmt.device.pump.reglo;

import clinic.mmt.device.Fault;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.exchange.WriteMark;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.quantity.Volume;
import java.util.Optional;
import java.util.function.Function;

/**
 * The private exchange with one channel. An answer does not say what it answers: only the kind that
 * the question can have is taken for one. On the owner's thread only.
 */
final class RegloSession {

  private static final Timing REPEATABLE = new Timing(1000, 3);
  private static final Timing ONCE = new Timing(1000, 1);
  private static final Timing STOP = new Timing(250, 1);

  private final int channel;
  private boolean opened;

  RegloSession(int channel) {
    this.channel = channel;
  }

  /** The line is gone, or the pump was without power. */
  void forget() {
    opened = false;
  }

  /** Digits address channels, and the pump tells why it stops. */
  void open(Line<RegloReply> line) throws FaultException {
    set(line, "~1");
    done(line, frame(0, "xE1"));
    opened = true;
  }

  void openOnce(Line<RegloReply> line) throws FaultException {
    if (!opened) {
      open(line);
    }
  }

  /** A setting or command that may be repeated; the pump has to say that it is done. */
  void set(Line<RegloReply> line, String command) throws FaultException {
    done(line, frame(channel, command));
  }

  /** The same, where the pump may not know the command. */
  void tryTo(Line<RegloReply> line, String command) throws FaultException {
    line.ask(new Request<>(frame(channel, command), REPEATABLE, statusOf("*#")));
  }

  private static void done(Line<RegloReply> line, Outgoing frame) throws FaultException {
    char status = line.ask(new Request<>(frame, REPEATABLE, statusOf("*#")));
    if (status != '*') {
      throw refused(frame.command(), status + "");
    }
  }

  /** A question that is answered with a line. */
  String line(Line<RegloReply> line, String command) throws FaultException {
    return ask(line, command, command);
  }

  /** A question that some pumps can't answer. */
  Optional<String> optional(Line<RegloReply> line, String command) throws FaultException {
    try {
      return Optional.of(line(line, command));
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.Refused) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A setting has to read back as {@code value}. */
  void expect(Line<RegloReply> line, String query, String value) throws FaultException {
    String back = line(line, query);
    if (!back.equals(value)) {
      throw refused(query, back);
    }
  }

  /** Sets flow or volume; the pump answers with the value it took. */
  void setVolume(Line<RegloReply> line, String command, long microlitres) throws FaultException {
    String back = ask(line, command, command + RegloUnits.type2(microlitres));
    if (!RegloUnits.isSame(RegloUnits.type1(back), microlitres)) {
      throw refused(command, back);
    }
  }

  /** The trip volume. */
  Volume trip(Line<RegloReply> line) throws FaultException {
    String text = line(line, ":");
    return RegloUnits.toVolume(RegloUnits.trip(text))
        .orElseThrow(
            () -> new FaultException(new Fault.BadFrame(":", "", "unreadable answer " + text)));
  }

  /** Whether the channel runs. */
  boolean runs(Line<RegloReply> line) throws FaultException {
    return line.ask(new Request<>(frame(channel, "E"), REPEATABLE, statusOf("+-"))) == '+';
  }

  /** Starts, once: {@code *} it runs, {@code -} not achievable, {@code #} failed. */
  char run(Line<RegloReply> line, WriteMark mark) throws FaultException {
    return line.askOnce(new Request<>(frame(channel, "H"), ONCE, statusOf("*-#")), mark);
  }

  /** One try to stop; whether it stands is asked afterwards. */
  void stop(Line<RegloReply> line) throws FaultException {
    line.ask(new Request<>(frame(channel, "I"), STOP, statusOf("*#")));
    line.expectLateAnswers();
  }

  private String ask(Line<RegloReply> line, String command, String text) throws FaultException {
    RegloReply reply =
        line.ask(
            new Request<>(
                new Outgoing(command, frame(channel, text).bytes(), false),
                REPEATABLE,
                r ->
                    switch (r) {
                      case RegloReply.Line data -> Optional.of(data);
                      case RegloReply.Status status when status.character() == '#' ->
                          Optional.of(status);
                      case RegloReply.Status status -> Optional.empty();
                      case RegloReply.Stopped stopped -> Optional.empty();
                      case RegloReply.Progress progress -> Optional.empty();
                    }));
    if (reply instanceof RegloReply.Line data) {
      return data.text();
    }
    throw refused(command, "#");
  }

  private static Outgoing frame(int digit, String text) {
    return new Outgoing(text, Octets.ascii(digit + text + "\r"), false);
  }

  private static Function<RegloReply, Optional<Character>> statusOf(String characters) {
    return reply ->
        reply instanceof RegloReply.Status status && characters.indexOf(status.character()) >= 0
            ? Optional.of(status.character())
            : Optional.empty();
  }

  private static FaultException refused(String command, String code) {
    return new FaultException(new Fault.Refused(command, code));
  }
}
