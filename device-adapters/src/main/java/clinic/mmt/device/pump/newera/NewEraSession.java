package clinic.mmt.device.pump.newera;

import clinic.mmt.device.Fault;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.exchange.WriteMark;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The private exchange with one pump: who may answer, what an alarm in place of an answer means,
 * and the way into safe mode. On the owner's thread only.
 */
final class NewEraSession {

  /** Queries, and settings that are read back afterwards, may be repeated. */
  private static final Timing REPEATABLE = new Timing(1000, 3);

  private static final Timing ONCE = new Timing(1000, 1);
  private static final Timing STOP = new Timing(250, 1);
  private static final int ALARMS_MAX = 6;

  private final int address;
  private final Set<PumpAlarm> seen = EnumSet.noneOf(PumpAlarm.class);
  private boolean safeMode;

  NewEraSession(int address) {
    this.address = address;
  }

  /** The line is gone; the pump behind the next one may be another, in another mode. */
  void forget() {
    safeMode = false;
  }

  boolean inSafeMode() {
    return safeMode;
  }

  /** Keeps an alarm until somebody is told of it. */
  void note(PumpAlarm alarm) {
    seen.add(alarm);
  }

  /** Alarms seen since last asked. */
  Set<PumpAlarm> takeSeen() {
    Set<PumpAlarm> taken = EnumSet.noneOf(PumpAlarm.class);
    taken.addAll(seen);
    seen.clear();
    return taken;
  }

  boolean hasSeen() {
    return !seen.isEmpty();
  }

  /**
   * Switches to safe mode, from either mode: a pump in basic mode understands this one packet in
   * its safe form. With an alarm pending the answer may be the alarm, in the old or the new
   * framing, and SAF is sent again. A status query, which only counts in safe framing, is the
   * proof.
   */
  void enterSafeMode(Line<NewEraReply> line, int watchdogSeconds) throws FaultException {
    safeMode = false;
    NewEraCommand saf = NewEraCommand.saf(watchdogSeconds);
    boolean entered = false;
    for (int round = 0; round < ALARMS_MAX && !entered; round++) {
      NewEraReply reply =
          line.ask(
              new Request<>(
                  saf.safeFrame(address), REPEATABLE, r -> Optional.of(r).filter(this::isOurs)));
      entered = !isAlarm(line, reply);
    }
    query(line, NewEraCommand.STATUS);
    safeMode = true;
  }

  /** Asks until the pump answers the question itself; alarms on the way are noted. */
  NewEraReply.State query(Line<NewEraReply> line, NewEraCommand command) throws FaultException {
    NewEraReply reply = line.ask(request(command, REPEATABLE));
    for (int round = 0; round < ALARMS_MAX && isAlarm(line, reply); round++) {
      reply = line.ask(request(command, REPEATABLE));
    }
    return state(command, reply);
  }

  /** Sets something; an alarm in place of the answer is a fault. */
  NewEraReply.State set(Line<NewEraReply> line, NewEraCommand command) throws FaultException {
    NewEraReply reply = line.ask(request(command, REPEATABLE));
    isAlarm(line, reply);
    return state(command, reply);
  }

  /** RUN, written once and never again. */
  NewEraReply.State run(Line<NewEraReply> line, WriteMark mark) throws FaultException {
    NewEraReply reply = line.askOnce(request(NewEraCommand.RUN, ONCE), mark);
    isAlarm(line, reply);
    NewEraReply.State state = state(NewEraCommand.RUN, reply);
    if (state.status() != NewEraReply.Status.INFUSING) {
      throw refused(NewEraCommand.RUN, state.meaning());
    }
    return state;
  }

  /**
   * One STP. Only a pump that no longer moves has answered: an answer that says it moves belongs to
   * an earlier question. In basic form too, should the pump have fallen back to it.
   */
  void stop(Line<NewEraReply> line, boolean inBasicForm) throws FaultException {
    Request.Outgoing frame =
        inBasicForm ? NewEraCommand.STP.basicFrame(address) : NewEraCommand.STP.safeFrame(address);
    Optional<PumpAlarm> alarm =
        line.ask(new Request<>(frame, STOP, r -> Optional.of(r).filter(this::isStandstill)))
                instanceof NewEraReply.Alarm a
            ? Optional.of(a.alarm())
            : Optional.empty();
    alarm.ifPresent(this::note);
    line.expectLateAnswers();
  }

  private boolean isStandstill(NewEraReply reply) {
    return isOurs(reply)
        && switch (reply) {
          case NewEraReply.Alarm alarm -> true;
          case NewEraReply.State state -> !state.status().isMoving();
          case NewEraReply.Refusal refusal -> !refusal.status().isMoving();
        };
  }

  private Request<NewEraReply, NewEraReply> request(NewEraCommand command, Timing timing) {
    return new Request<>(
        command.safeFrame(address),
        timing,
        r -> Optional.of(r).filter(NewEraReply::safe).filter(this::isOurs));
  }

  boolean isOurs(NewEraReply reply) {
    return reply.address() == address;
  }

  /** An alarm is often said twice, unasked and as the answer; the second is waited for. */
  private boolean isAlarm(Line<NewEraReply> line, NewEraReply reply) {
    if (reply instanceof NewEraReply.Alarm alarm) {
      note(alarm.alarm());
      line.expectLateAnswers();
      return true;
    }
    return false;
  }

  private static NewEraReply.State state(NewEraCommand command, NewEraReply reply)
      throws FaultException {
    return switch (reply) {
      case NewEraReply.State state -> state;
      case NewEraReply.Refusal refusal -> throw refused(command, refusal.code());
      case NewEraReply.Alarm alarm ->
          throw new FaultException(new Fault.Alarmed(command.name(), alarm.alarm()));
    };
  }

  static FaultException refused(NewEraCommand command, String code) {
    return new FaultException(new Fault.Refused(command.name(), code));
  }
}
