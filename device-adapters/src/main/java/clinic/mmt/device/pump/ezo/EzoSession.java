package clinic.mmt.device.pump.ezo;

import clinic.mmt.device.Fault;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.exchange.WriteMark;
import clinic.mmt.device.frame.CrLineFraming;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The private exchange with one pump: a question is answered by a line of data and then a code, a
 * command by a code alone. On the owner's thread only.
 */
final class EzoSession {

  private static final Timing REPEATABLE = new Timing(1000, 3);
  private static final Timing ONCE = new Timing(1000, 1);
  private static final Timing STOP = new Timing(400, 1);

  /** Collects an answer of several lines; anything between them is passed over. */
  private static final class Answer<R> implements Function<EzoReply, Optional<Optional<R>>> {
    private final Function<EzoReply, Optional<R>> wanted;
    private @Nullable R data;
    private String reason = "*ER";

    Answer(Function<EzoReply, Optional<R>> wanted) {
      this.wanted = wanted;
    }

    /** The data once the code has come; empty inside when the code is an error. */
    @Override
    public Optional<Optional<R>> apply(EzoReply reply) {
      if (reply instanceof EzoReply.Coded coded) {
        return switch (coded.code()) {
          case OK -> data == null ? Optional.empty() : Optional.of(Optional.of(data));
          case ER -> Optional.of(Optional.empty());
          case MINVOL, TOOFAST, OV, UV -> {
            reason = coded.line();
            yield Optional.empty();
          }
          case WA, SL, RS, RE -> Optional.empty();
        };
      }
      wanted.apply(reply).ifPresent(value -> data = value);
      return Optional.empty();
    }
  }

  /** A question; repeated when its answer is not whole. */
  <R> R query(Line<EzoReply> line, String command, Function<EzoReply, Optional<R>> wanted)
      throws FaultException {
    Answer<R> answer = new Answer<>(wanted);
    return line.ask(new Request<>(frame(command), REPEATABLE, answer))
        .orElseThrow(() -> refused(command, answer.reason));
  }

  /** A number with a name. */
  EzoReply.Measure measure(Line<EzoReply> line, String command, EzoReply.Quantity quantity)
      throws FaultException {
    return query(
        line,
        command,
        r ->
            r instanceof EzoReply.Measure m && m.quantity() == quantity
                ? Optional.of(m)
                : Optional.empty());
  }

  /** A text with a name. */
  String text(Line<EzoReply> line, String command, String name) throws FaultException {
    return query(
        line,
        command,
        r ->
            r instanceof EzoReply.Text t && t.name().equals(name)
                ? Optional.of(t.value())
                : Optional.empty());
  }

  /** What {@code D,?} says. */
  EzoReply.Dispense dispense(Line<EzoReply> line) throws FaultException {
    return query(
        line, "D,?", r -> r instanceof EzoReply.Dispense d ? Optional.of(d) : Optional.empty());
  }

  /** A setting that may be repeated. */
  void set(Line<EzoReply> line, String command) throws FaultException {
    Answer<Boolean> answer = done();
    if (line.ask(new Request<>(frame(command), REPEATABLE, answer)).isEmpty()) {
      throw refused(command, answer.reason);
    }
  }

  /** A command that is written once and never again. */
  void once(Line<EzoReply> line, String command, WriteMark mark) throws FaultException {
    Answer<Boolean> answer = done();
    if (line.askOnce(new Request<>(frame(command), ONCE, answer), mark).isEmpty()) {
      throw refused(command, answer.reason);
    }
  }

  private static Answer<Boolean> done() {
    Answer<Boolean> answer = new Answer<>(r -> Optional.empty());
    answer.data = true;
    return answer;
  }

  /**
   * One {@code X}. It is answered with {@code *DONE}; a pump that stands may answer with a code.
   */
  void stop(Line<EzoReply> line) throws FaultException {
    line.ask(
        new Request<>(
            frame("X"),
            STOP,
            r ->
                switch (r) {
                  case EzoReply.Done done -> Optional.of(true);
                  case EzoReply.Coded c
                      when c.code() == EzoReply.Code.OK || c.code() == EzoReply.Code.ER ->
                      Optional.of(true);
                  case EzoReply.Coded other -> Optional.empty();
                  case EzoReply.Dispense other -> Optional.empty();
                  case EzoReply.Measure other -> Optional.empty();
                  case EzoReply.Text other -> Optional.empty();
                }));
    line.expectLateAnswers();
  }

  private static Outgoing frame(String command) {
    return new Outgoing(command, CrLineFraming.line(command), false);
  }

  private static FaultException refused(String command, String code) {
    return new FaultException(new Fault.Refused(command, code));
  }
}
