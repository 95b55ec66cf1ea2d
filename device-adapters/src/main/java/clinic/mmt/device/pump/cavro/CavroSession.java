package clinic.mmt.device.pump.cavro;

import clinic.mmt.device.Fault;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.exchange.WriteMark;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The private exchange with one pump. On the owner's thread only. */
final class CavroSession {

  private static final Timing QUERY = new Timing(500, 3);
  private static final Timing ONCE = new Timing(500, 1);
  private static final Timing STOP = new Timing(250, 1);
  private static final int REPEATS = 2;
  private static final int SEQUENCES = 7;
  private static final long POLL_MILLIS = 50;

  private final CavroDialect dialect;
  private final int address;
  private int sequence;

  CavroSession(CavroDialect dialect, int address) {
    this.dialect = dialect;
    this.address = address;
  }

  /** A question; its answer may carry an error that is not about it. */
  CavroReply query(Line<CavroReply> line, String data) throws FaultException {
    return line.ask(request(frame(data, false), QUERY));
  }

  /** A question that is answered with a whole number. */
  long number(Line<CavroReply> line, String data) throws FaultException {
    CavroReply reply = query(line, data);
    if (!reply.data().matches("-?[0-9]{1,6}")) {
      throw unreadable(data, reply);
    }
    return Long.parseLong(reply.data());
  }

  /** A question that some pumps can't answer. */
  String text(Line<CavroReply> line, String data) throws FaultException {
    CavroReply reply = query(line, data);
    return reply.data().isEmpty() ? "unknown" : reply.data();
  }

  /**
   * A command that moves to a place or sets something. A block that was not answered is repeated as
   * such: the pump does not execute it twice. A line is repeated as it is, since it says where to
   * go and not how far; a pump on its way answers that it is busy.
   */
  void order(Line<CavroReply> line, String data) throws FaultException {
    Outgoing first = frame(data, false);
    Outgoing again = new Outgoing(data, dialect.command(address, sequence, true, data), false);
    FaultException missed = new FaultException(new Fault.NoAnswer(data));
    for (int round = 0; round <= REPEATS; round++) {
      try {
        CavroReply reply = line.ask(request(round == 0 ? first : again, ONCE));
        if (reply.error() != 0 && !(round > 0 && reply.error() == CavroReply.BUSY)) {
          throw refused(data, reply);
        }
        return;
      } catch (FaultException e) {
        if (!(e.fault() instanceof Fault.NoAnswer || e.fault() instanceof Fault.BadFrame)) {
          throw e;
        }
        missed = e;
      }
    }
    throw missed;
  }

  /** Written once and never again. */
  void once(Line<CavroReply> line, String data, WriteMark mark) throws FaultException {
    CavroReply reply = line.askOnce(request(frame(data, false), ONCE), mark);
    if (reply.error() != 0) {
      throw refused(data, reply);
    }
  }

  /** One T; whether the pump stands is asked afterwards. */
  void stop(Line<CavroReply> line) throws FaultException {
    line.ask(request(frame("T", false), STOP));
    line.expectLateAnswers();
  }

  /** Waits until the pump stands; an error on the way is a fault. */
  void awaitReady(Line<CavroReply> line, long millisMost) throws FaultException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisMost);
    while (deadline - System.nanoTime() > 0) {
      CavroReply reply = query(line, "Q");
      if (reply.error() != 0) {
        throw refused("Q", reply);
      }
      if (reply.ready()) {
        return;
      }
      line.pause(POLL_MILLIS);
    }
    throw new FaultException(new Fault.Refused("Q", "busy for more than " + millisMost + " ms"));
  }

  private Outgoing frame(String data, boolean repeat) {
    sequence = sequence % SEQUENCES + 1;
    return new Outgoing(data, dialect.command(address, sequence, repeat, data), false);
  }

  private static Request<CavroReply, CavroReply> request(Outgoing frame, Timing timing) {
    return new Request<>(frame, timing, Optional::of);
  }

  static FaultException refused(String command, CavroReply reply) {
    return new FaultException(new Fault.Refused(command, reply.errorText()));
  }

  private static FaultException unreadable(String command, CavroReply reply) {
    return new FaultException(
        reply.error() != 0
            ? new Fault.Refused(command, reply.errorText())
            : new Fault.BadFrame(command, "", "unreadable answer " + reply.meaning()));
  }
}
