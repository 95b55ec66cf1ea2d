package clinic.mmt.device.pump.newera;

import clinic.mmt.device.Answer;
import clinic.mmt.device.CommandedCap;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Permit;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpCapabilities;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.PortDevice;
import clinic.mmt.device.exchange.WriteMark;
import clinic.mmt.device.frame.Decimal;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.pump.FourDigits;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A New Era pump, always in safe mode: checked frames, and a watchdog that stops it. */
public final class NewEraPump extends PortDevice<NewEraReply> implements Pump {

  private static final Pattern VERSION = Pattern.compile("(NE\\d+(?:X\\d?)?)V(\\d+\\.\\d+)");
  private static final FlowRate FASTEST = FlowRate.ofMillilitresPerMinute(100);

  private final NewEraOptions options;
  private final NewEraSession session;
  private final CommandedCap cap = new CommandedCap();
  private Volume counterAtStart = Volume.ZERO;
  private boolean prepared;
  private Volume counter = Volume.ZERO;
  private volatile Consumer<PumpAlarm> alarmListener = ignored -> {};

  private NewEraPump(String name, Link link, NewEraOptions options) {
    super(name, link, NewEraReply.PROTOCOL);
    this.options = options;
    this.session = new NewEraSession(options.address());
  }

  /** Opens the pump called {@code name}; returns at once. */
  public static NewEraPump open(String name, Link link, NewEraOptions options) {
    NewEraPump pump = new NewEraPump(name, link, options);
    pump.start();
    return pump;
  }

  // Private exchange

  @Override
  protected void unsolicited(NewEraReply reply) {
    if (session.isOurs(reply) && reply instanceof NewEraReply.Alarm alarm) {
      session.note(alarm.alarm());
      alarmed(Set.of(alarm.alarm()));
    }
  }

  @Override
  protected void down() {
    session.forget();
    prepared = false;
    cap.disarm();
  }

  private void alarmed(Set<PumpAlarm> alarms) {
    heed(alarms);
    alarms.forEach(alarmListener);
  }

  /** After a power cut the counter begins at nothing: what it says now is not what flowed. */
  private void heed(Set<PumpAlarm> alarms) {
    cap.disarm();
    if (alarms.contains(PumpAlarm.POWER_WAS_INTERRUPTED)) {
      prepared = false;
      cap.unknown();
    }
  }

  private void enterSafeMode(Line<NewEraReply> line, int watchdogSeconds) throws FaultException {
    session.enterSafeMode(line, watchdogSeconds);
    port().keepAlive(watchdogSeconds * 400L, this::feedWatchdog);
  }

  private void enterSafeModeOnce(Line<NewEraReply> line) throws FaultException {
    if (!session.inSafeMode()) {
      enterSafeMode(line, options.watchdogSeconds());
    }
  }

  /** An alarm that this query happens to acknowledge is told, and kept for the next report. */
  private NewEraReply.State feedWatchdog(Line<NewEraReply> line) throws FaultException {
    boolean knewOfAlarm = session.hasSeen();
    NewEraReply.State state = session.query(line, NewEraCommand.STATUS);
    Set<PumpAlarm> alarms = session.takeSeen();
    alarms.forEach(session::note);
    if (!knewOfAlarm && !alarms.isEmpty()) {
      alarmed(alarms);
    }
    return state;
  }

  private DeviceIdentity version(Line<NewEraReply> line) throws FaultException {
    String data = session.query(line, NewEraCommand.VER).data();
    Matcher version = VERSION.matcher(data);
    if (!version.matches() || !options.type().includes(version.group(1))) {
      throw new FaultException(new Fault.WrongDevice("VER", options.type().text(), data));
    }
    return new DeviceIdentity(version.group(1), version.group(2), Optional.empty());
  }

  private Volume infused(Line<NewEraReply> line) throws FaultException {
    counter = infusedOf(session.query(line, NewEraCommand.DIS));
    return counter;
  }

  private static Volume infusedOf(NewEraReply.State state) throws FaultException {
    return NewEraUnits.parseInfused(state.data())
        .orElseThrow(() -> unreadable(NewEraCommand.DIS, state));
  }

  private static FaultException unreadable(NewEraCommand command, NewEraReply.State state) {
    return new FaultException(
        new Fault.BadFrame(command.name(), "", "unreadable answer " + state.meaning()));
  }

  private static FaultException notPermitted(NewEraCommand command, String reason) {
    return new FaultException(new Fault.NotPermitted(command.name(), reason));
  }

  // Operations, on the owner's thread

  private DeviceIdentity identifyNow(Line<NewEraReply> line) throws FaultException {
    enterSafeModeOnce(line);
    return version(line);
  }

  private PumpBaseline prepareNow(Line<NewEraReply> line, PumpSetup setup) throws FaultException {
    prepared = false;
    cap.disarm();
    // The counter is cleared: nobody measures any more what an earlier start delivered.
    cap.unknown();
    enterSafeMode(line, setup.watchdogSeconds());
    standStill(line);
    DeviceIdentity identity = version(line);
    // Before anything clears it: what moved since our last word moved by the pump's own keys
    // (H100).
    Volume found = infused(line);
    if (setup.diameterMicrometres() > 0) {
      setDiameter(line, setup.diameterMicrometres());
    }
    standsAfterPowerCut(line);
    session.set(line, NewEraCommand.DIR_INF);
    NewEraReply.State direction = session.query(line, NewEraCommand.DIR);
    if (!direction.data().equals("INF")) {
      throw NewEraSession.refused(NewEraCommand.DIR, direction.data());
    }
    FlowRate rate = setRate(line, NewEraUnits.atMost(setup.rate()));
    session.set(line, NewEraCommand.CLD_INF);
    Volume baseline = infused(line);
    prepared = true;
    return new PumpBaseline(identity, rate, found, baseline, List.copyOf(session.takeSeen()));
  }

  /** A paused pump would resume its old program at the next start: it is stopped for good. */
  private void standStill(Line<NewEraReply> line) throws FaultException {
    NewEraReply.State state = session.query(line, NewEraCommand.STATUS);
    if (state.status().motion == PumpMotion.PAUSED) {
      session.set(line, NewEraCommand.STP);
      state = session.query(line, NewEraCommand.STATUS);
    }
    if (state.status() != NewEraReply.Status.STOPPED) {
      throw NewEraSession.refused(NewEraCommand.STATUS, state.meaning());
    }
  }

  /** PF 0: a pump that was cut off in mid-pour does not go on by itself when the power returns. */
  private void standsAfterPowerCut(Line<NewEraReply> line) throws FaultException {
    session.set(line, NewEraCommand.PF.with("0"));
    NewEraReply.State back = session.query(line, NewEraCommand.PF);
    if (!back.data().equals("0")) {
      throw NewEraSession.refused(NewEraCommand.PF, back.data());
    }
  }

  private void setDiameter(Line<NewEraReply> line, int micrometres) throws FaultException {
    long thousandths =
        switch (options.type()) {
          case SYRINGE -> NewEraUnits.thousandthsOfMillimetre(micrometres);
          case PERISTALTIC -> NewEraUnits.thousandthsOfInch(micrometres);
        };
    session.set(line, NewEraCommand.DIA.with(Decimal.ofThousandths(thousandths)));
    NewEraReply.State back = session.query(line, NewEraCommand.DIA);
    if (NewEraUnits.number(back.data()).orElse(-1) != thousandths) {
      throw NewEraSession.refused(NewEraCommand.DIA, back.data());
    }
  }

  private FlowRate setRate(Line<NewEraReply> line, FlowRate rate) throws FaultException {
    session.set(line, NewEraCommand.RAT.with(NewEraUnits.rate(rate)));
    NewEraReply.State back = session.query(line, NewEraCommand.RAT);
    if (!NewEraUnits.parseRate(back.data()).equals(Optional.of(rate))) {
      throw NewEraSession.refused(NewEraCommand.RAT, back.data());
    }
    return rate;
  }

  private Volume armNow(Line<NewEraReply> line, Permit permit, Volume stroke)
      throws FaultException {
    Optional<String> refusal = cap.refusal(permit, stroke);
    if (refusal.isPresent()) {
      throw notPermitted(NewEraCommand.VOL, refusal.get());
    }
    if (!FourDigits.isExact(stroke)) {
      throw notPermitted(NewEraCommand.VOL, "the pump can't say %s exactly".formatted(stroke));
    }
    if (!prepared) {
      throw notPermitted(NewEraCommand.VOL, "the pump is not prepared");
    }
    cap.disarm();
    session.set(line, NewEraCommand.VOL_ML);
    session.set(line, NewEraCommand.VOL.with(NewEraUnits.volume(stroke)));
    NewEraReply.State back = session.set(line, NewEraCommand.VOL);
    if (back.status() != NewEraReply.Status.STOPPED
        || !NewEraUnits.parseVolume(back.data()).equals(Optional.of(stroke))) {
      throw NewEraSession.refused(NewEraCommand.VOL, back.meaning());
    }
    cap.arm(permit, stroke);
    return stroke;
  }

  /** The stroke counts as commanded before its frame is written, and no longer if none was. */
  private PumpReport startNow(Line<NewEraReply> line, Permit permit, WriteMark mark)
      throws FaultException {
    Optional<String> refusal = cap.refusalOfStart(permit);
    if (refusal.isPresent()) {
      throw notPermitted(NewEraCommand.RUN, refusal.get());
    }
    Volume stroke = cap.armedStroke();
    cap.commit(permit);
    counterAtStart = counter;
    try {
      NewEraReply.State state = session.run(line, mark);
      return new PumpReport(state.status().motion, counter, Optional.empty());
    } finally {
      if (!mark.touched()) {
        cap.takeBack(permit, stroke);
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

  private PumpReport reportNow(Line<NewEraReply> line) throws FaultException {
    enterSafeModeOnce(line);
    NewEraReply.State state = session.query(line, NewEraCommand.DIS);
    counter = infusedOf(state);
    Set<PumpAlarm> alarms = session.takeSeen();
    if (!alarms.isEmpty()) {
      heed(alarms);
    }
    Optional<PumpAlarm> alarm = alarms.stream().findFirst();
    PumpMotion motion = alarm.isPresent() ? PumpMotion.ALARMED : state.status().motion;
    return new PumpReport(motion, counter, alarm);
  }

  /** Repeats until the pump has answered that it stands, however long that takes. */
  private PumpReport stopNow(Line<NewEraReply> line) throws FaultException {
    cap.disarm();
    for (int round = 0; ; round++) {
      try {
        session.stop(line, round % 3 == 2);
        PumpReport report = standing(line);
        if (report.motion() == PumpMotion.STOPPED) {
          cap.stopped(report.delivered().minus(counterAtStart));
        } else {
          cap.unknown();
        }
        return report;
      } catch (FaultException e) {
        if (e.fault() instanceof Fault.PortLost) {
          throw e;
        }
      }
    }
  }

  /** STP pauses first; a second one ends the program. */
  private PumpReport standing(Line<NewEraReply> line) throws FaultException {
    PumpReport report = reportNow(line);
    return switch (report.motion()) {
      case STOPPED, ALARMED -> report;
      case PAUSED -> {
        session.stop(line, false);
        yield reportNow(line);
      }
      case DISPENSING, WITHDRAWING, PURGING ->
          throw NewEraSession.refused(NewEraCommand.STP, report.motion().name());
    };
  }

  // Public operations

  @Override
  public PumpCapabilities capabilities() {
    return new PumpCapabilities(
        true,
        false,
        true,
        true,
        PumpCapabilities.VolumeReadback.VOLATILE,
        true,
        FourDigits.LEAST,
        FourDigits.MOST,
        FASTEST);
  }

  @Override
  public List<Volume> plan(Volume volume) {
    return FourDigits.plan(volume);
  }

  @Override
  public void identify(Consumer<Answer<DeviceIdentity>> reply) {
    port().submit("identify", this::identifyNow, reply);
  }

  @Override
  public void prepare(PumpSetup setup, Consumer<Answer<PumpBaseline>> reply) {
    port().submit("prepare", line -> prepareNow(line, setup), reply);
  }

  @Override
  public void arm(Permit permit, Volume stroke, Consumer<Answer<Volume>> reply) {
    port().submit("arm", line -> armNow(line, permit, stroke), reply);
  }

  @Override
  public void start(Permit permit, Consumer<StartOutcome> reply) {
    WriteMark mark = new WriteMark();
    port()
        .submit(
            "start",
            line -> startNow(line, permit, mark),
            answer -> reply.accept(outcome(answer, mark)));
  }

  @Override
  public void report(Consumer<Answer<PumpReport>> reply) {
    port().submit("report", this::reportNow, reply);
  }

  @Override
  public void stop(Consumer<Answer<PumpReport>> reply) {
    port().submitUrgent("stop", this::stopNow, reply);
  }

  @Override
  public void onAlarm(Consumer<PumpAlarm> listener) {
    alarmListener = listener;
  }
}
