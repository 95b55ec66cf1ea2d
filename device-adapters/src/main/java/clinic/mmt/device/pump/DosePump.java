package clinic.mmt.device.pump;

import clinic.mmt.device.Answer;
import clinic.mmt.device.CommandedCap;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Permit;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.PortDevice;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.exchange.WriteMark;
import clinic.mmt.device.link.Link;
import clinic.mmt.quantity.Volume;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What every dose pump does alike: the cap before every start, one start frame an intent, STOP
 * until it stands, alarms told once. A driver adds its protocol's words.
 *
 * @param <M> the protocol's messages
 */
public abstract class DosePump<M extends Message> extends PortDevice<M> implements Pump {

  private static final long STOP_PAUSE_MILLIS = 20;

  private final Words words;
  private final CommandedCap cap = new CommandedCap();
  private final Set<PumpAlarm> alarms = EnumSet.noneOf(PumpAlarm.class);
  private Volume counter = Volume.ZERO;
  private Volume counterAtStart = Volume.ZERO;
  private boolean prepared;
  private volatile Consumer<PumpAlarm> alarmListener = ignored -> {};

  /**
   * What the manual calls the commands, for faults.
   *
   * @param target sets the volume
   * @param start begins to pour
   * @param stop ends it
   */
  public record Words(String target, String start, String stop) {}

  /**
   * What the pump says of itself now.
   *
   * @param motion what the motor does
   * @param counter its dispensed counter
   */
  public record Look(PumpMotion motion, Volume counter) {}

  /** A driver of the device called {@code name}; {@link #start} opens its port. */
  protected DosePump(String name, Link link, Protocol<M> protocol, Words words) {
    super(name, link, protocol);
    this.words = words;
  }

  // What a protocol adds, on the owner's thread

  /** Asks who it is. */
  protected abstract DeviceIdentity identifyNow(Line<M> line) throws FaultException;

  /** Makes it ready for a dose: nothing moves towards the cup. */
  protected abstract PumpBaseline prepareNow(Line<M> line, PumpSetup setup) throws FaultException;

  /** Whether the protocol can say {@code stroke} exactly. */
  protected abstract boolean canSay(Volume stroke);

  /** Sets the target of the next start, and reads it back where the protocol can. */
  protected abstract void setTarget(Line<M> line, Volume stroke) throws FaultException;

  /** Writes the start frame, once; a pump that does not say that it runs is a fault. */
  protected abstract void startNow(Line<M> line, Volume stroke, WriteMark mark)
      throws FaultException;

  /** Asks motion and counter; notes alarms by {@link #note}. */
  protected abstract Look look(Line<M> line) throws FaultException;

  /** One try to stop; it has answered, or a fault says why not. */
  protected abstract void stopOnce(Line<M> line) throws FaultException;

  /** The line is gone: what was set in the pump is unknown. */
  protected abstract void forget();

  // Alarms

  /** Keeps an alarm for the next report; a counter that was lost proves nothing any more. */
  protected final void note(PumpAlarm alarm) {
    alarms.add(alarm);
    cap.disarm();
    if (alarm == PumpAlarm.POWER_WAS_INTERRUPTED) {
      prepared = false;
      cap.unknown();
    }
  }

  /** An alarm that the pump told without being asked. */
  protected final void alarmed(PumpAlarm alarm) {
    note(alarm);
    alarmListener.accept(alarm);
  }

  /** Whether an alarm waits to be told. */
  protected final boolean hasNoted(PumpAlarm alarm) {
    return alarms.contains(alarm);
  }

  /** Alarms that were found and not told yet. */
  protected final List<PumpAlarm> takeAlarms() {
    List<PumpAlarm> taken = List.copyOf(alarms);
    alarms.clear();
    return taken;
  }

  /** The counter as last read. */
  protected final Volume counter() {
    return counter;
  }

  /** The pump says no. */
  protected static FaultException refused(String command, String code) {
    return new FaultException(new Fault.Refused(command, code));
  }

  /** The driver says no. */
  protected static FaultException notPermitted(String command, String reason) {
    return new FaultException(new Fault.NotPermitted(command, reason));
  }

  @Override
  protected final void down() {
    prepared = false;
    cap.disarm();
    forget();
  }

  // Operations, on the owner's thread

  private PumpBaseline prepare(Line<M> line, PumpSetup setup) throws FaultException {
    prepared = false;
    cap.disarm();
    // The counter begins anew: nobody measures any more what an earlier start delivered.
    cap.unknown();
    PumpBaseline baseline = prepareNow(line, setup);
    counter = baseline.counter();
    prepared = true;
    return baseline;
  }

  private Volume arm(Line<M> line, Permit permit, Volume stroke) throws FaultException {
    Optional<String> refusal = cap.refusal(permit, stroke);
    if (refusal.isPresent()) {
      throw notPermitted(words.target(), refusal.get());
    }
    if (!canSay(stroke)) {
      throw notPermitted(words.target(), "the pump can't say %s exactly".formatted(stroke));
    }
    if (!prepared) {
      throw notPermitted(words.target(), "the pump is not prepared");
    }
    cap.disarm();
    setTarget(line, stroke);
    cap.arm(permit, stroke);
    return stroke;
  }

  /** The stroke counts as commanded before its frame is written, and no longer if none was. */
  private PumpReport start(Line<M> line, Permit permit, WriteMark mark) throws FaultException {
    Optional<String> refusal = cap.refusalOfStart(permit);
    if (refusal.isPresent()) {
      throw notPermitted(words.start(), refusal.get());
    }
    Volume stroke = cap.armedStroke();
    cap.commit(permit);
    counterAtStart = counter;
    try {
      startNow(line, stroke, mark);
      return new PumpReport(PumpMotion.DISPENSING, counter, Optional.empty());
    } finally {
      if (!mark.touched()) {
        cap.takeBack(permit, stroke);
      }
    }
  }

  private PumpReport reportNow(Line<M> line) throws FaultException {
    Look look = look(line);
    counter = look.counter();
    Optional<PumpAlarm> alarm = takeAlarms().stream().findFirst();
    return new PumpReport(
        alarm.isPresent() ? PumpMotion.ALARMED : look.motion(), look.counter(), alarm);
  }

  /** Repeats until the pump has answered that it stands, however long that takes. */
  private PumpReport stopNow(Line<M> line) throws FaultException {
    cap.disarm();
    while (true) {
      try {
        stopOnce(line);
        PumpReport report = reportNow(line);
        switch (report.motion()) {
          case STOPPED -> {
            cap.stopped(report.delivered().minus(counterAtStart));
            return report;
          }
          case ALARMED -> {
            cap.unknown();
            return report;
          }
          case DISPENSING, WITHDRAWING, PURGING, PAUSED -> line.pause(STOP_PAUSE_MILLIS);
        }
      } catch (FaultException e) {
        if (e.fault() instanceof Fault.PortLost) {
          throw e;
        }
      }
    }
  }

  private static StartOutcome outcome(Answer<PumpReport> answer, WriteMark mark) {
    return switch (answer) {
      case Answer.Ok<PumpReport>(PumpReport report) -> new StartOutcome.Started(report);
      case Answer.Failed<PumpReport>(Fault fault) ->
          mark.touched() ? new StartOutcome.Unknown(fault) : new StartOutcome.NotWritten(fault);
    };
  }

  // Public operations

  @Override
  public final void identify(Consumer<Answer<DeviceIdentity>> reply) {
    port().submit("identify", this::identifyNow, reply);
  }

  @Override
  public final void prepare(PumpSetup setup, Consumer<Answer<PumpBaseline>> reply) {
    port().submit("prepare", line -> prepare(line, setup), reply);
  }

  @Override
  public final void arm(Permit permit, Volume stroke, Consumer<Answer<Volume>> reply) {
    port().submit("arm", line -> arm(line, permit, stroke), reply);
  }

  @Override
  public final void start(Permit permit, Consumer<StartOutcome> reply) {
    WriteMark mark = new WriteMark();
    port()
        .submit(
            "start",
            line -> start(line, permit, mark),
            answer -> reply.accept(outcome(answer, mark)));
  }

  @Override
  public final void report(Consumer<Answer<PumpReport>> reply) {
    port().submit("report", this::reportNow, reply);
  }

  @Override
  public final void stop(Consumer<Answer<PumpReport>> reply) {
    port().submitUrgent("stop", this::stopNow, reply);
  }

  @Override
  public final void onAlarm(Consumer<PumpAlarm> listener) {
    alarmListener = listener;
  }
}
