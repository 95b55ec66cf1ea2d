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
import java.util.function.Predicate;

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

  /** How it is. No other answer is without data, so one that has some is left over. */
  CavroReply status(Line<CavroReply> line) throws FaultException {
    return line.ask(request(frame("Q"), QUERY, r -> r.data().isEmpty()));
  }

  /** A question that is answered with a whole number; its answer may tell an older error. */
  long number(Line<CavroReply> line, String data) throws FaultException {
    CavroReply reply =
        line.ask(
            request(frame(data), QUERY, r -> r.data().matches("-?[0-9]{1,6}") || r.isRefusal()));
    if (reply.data().isEmpty()) {
      throw refused(data, reply);
    }
    return Long.parseLong(reply.data());
  }

  /** A question that some pumps can't answer. */
  String text(Line<CavroReply> line, String data) throws FaultException {
    CavroReply reply =
        line.ask(request(frame(data), QUERY, r -> !r.data().isEmpty() || r.isRefusal()));
    return reply.data().isEmpty() ? "unknown" : reply.data();
  }

  /** A command that moves to a place or sets something. */
  void order(Line<CavroReply> line, String data) throws FaultException {
    CavroReply reply = acknowledged(line, data);
    if (reply.error() != 0) {
      throw refused(data, reply);
    }
  }

  /** Finds the plunger's place again; until then the answers tell why it was lost. */
  void initialise(Line<CavroReply> line, String data, long millisMost) throws FaultException {
    CavroReply reply = acknowledged(line, data);
    if (reply.isRefusal()) {
      throw refused(data, reply);
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisMost);
    CavroReply status = status(line);
    while (!status.ready() && deadline - System.nanoTime() > 0) {
      line.pause(POLL_MILLIS);
      status = status(line);
    }
    if (!status.ready() || status.error() != 0) {
      throw refused(data, status);
    }
  }

  /**
   * A block that was not answered is repeated as such: the pump does not execute it twice. A line
   * is repeated as it is, since it says where to go and not how far; a pump on its way answers that
   * it is busy.
   */
  private CavroReply acknowledged(Line<CavroReply> line, String data) throws FaultException {
    Outgoing first = frame(data);
    Outgoing again = new Outgoing(data, dialect.command(address, sequence, true, data), false);
    FaultException missed = new FaultException(new Fault.NoAnswer(data));
    for (int round = 0; round <= REPEATS; round++) {
      try {
        CavroReply reply =
            line.ask(request(round == 0 ? first : again, ONCE, r -> r.data().isEmpty()));
        return round > 0 && reply.error() == CavroReply.BUSY
            ? new CavroReply(reply.ready(), 0, "")
            : reply;
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
    CavroReply reply = line.askOnce(request(frame(data), ONCE, r -> r.data().isEmpty()), mark);
    if (reply.error() != 0) {
      throw refused(data, reply);
    }
  }

  /** One T; whether the pump stands is asked afterwards. */
  void stop(Line<CavroReply> line) throws FaultException {
    line.ask(request(frame("T"), STOP, r -> r.data().isEmpty()));
    line.expectLateAnswers();
  }

  /** Waits until the pump stands; an error on the way is a fault. */
  void awaitReady(Line<CavroReply> line, long millisMost) throws FaultException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisMost);
    while (deadline - System.nanoTime() > 0) {
      CavroReply reply = status(line);
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

  private Outgoing frame(String data) {
    sequence = sequence % SEQUENCES + 1;
    return new Outgoing(data, dialect.command(address, sequence, false, data), false);
  }

  private static Request<CavroReply, CavroReply> request(
      Outgoing frame, Timing timing, Predicate<CavroReply> answers) {
    return new Request<>(frame, timing, reply -> Optional.of(reply).filter(answers));
  }

  /** Whether the pump refused because it was without power since it was initialised. */
  static boolean isNotInitialised(Fault fault) {
    return fault instanceof Fault.Refused refused
        && refused.code().startsWith(CavroReply.NOT_INITIALISED + " ");
  }

  static FaultException refused(String command, CavroReply reply) {
    return new FaultException(new Fault.Refused(command, reply.errorText()));
  }
}
