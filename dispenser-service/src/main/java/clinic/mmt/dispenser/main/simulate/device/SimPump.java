package clinic.mmt.dispenser.main.simulate.device;

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
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A driver at the level of messages: one request in flight, STOP first at the next frame border,
 * and the product's own cap before every start.
 */
public final class SimPump extends SimDevice implements Pump {

  private static final Volume STEP = Volume.ofMicrolitres(10);
  private static final Volume SMALLEST = Volume.ofMicrolitres(50);
  private static final Volume LARGEST = Volume.ofMicrolitres(99_990);
  private static final FlowRate FASTEST = FlowRate.ofMillilitresPerMinute(300);

  private final PumpBox box;
  private final CommandedCap cap = new CommandedCap();
  private final ArrayDeque<Job> jobs = new ArrayDeque<>();
  private final ArrayDeque<Runnable> stops = new ArrayDeque<>();
  private boolean busy;
  private boolean prepared;
  private Volume counterAtStart = Volume.ZERO;

  /** One request: what it does when its frame is written, and how it ends when STOP was first. */
  private record Job(Runnable begin, Runnable cancelled) {}

  /** The driver of one process for {@code box}. */
  public SimPump(VirtualTime time, Life life, Plug plug, PumpBox box) {
    super(time, life, plug, "sim-pump");
    this.box = box;
    box.hostBack();
  }

  @Override
  DeviceIdentity identityNow() {
    return box.trouble().isAnother()
        ? new DeviceIdentity("sim-pump", "sim-1", Optional.of("8"))
        : super.identityNow();
  }

  @Override
  boolean silent() {
    return box.trouble().silentAt(time.nanos());
  }

  @Override
  void away() {
    prepared = false;
    cap.disarm();
  }

  private void submit(Runnable begin, Runnable cancelled) {
    jobs.add(new Job(begin, cancelled));
    next();
  }

  private void next() {
    if (busy || (stops.isEmpty() && jobs.isEmpty())) {
      return;
    }
    Runnable first = stops.isEmpty() ? jobs.remove().begin() : stops.remove();
    busy = true;
    first.run();
  }

  private <T> void done(Consumer<T> reply, T answer) {
    busy = false;
    reply.accept(answer);
    next();
  }

  private <T> Runnable cancelled(String command, Consumer<Answer<T>> reply) {
    return () -> reply.accept(Answer.failed(new Fault.CancelledByStop(command)));
  }

  @Override
  public PumpCapabilities capabilities() {
    return new PumpCapabilities(
        true,
        false,
        true,
        true,
        PumpCapabilities.VolumeReadback.VOLATILE,
        true,
        SMALLEST,
        LARGEST,
        FASTEST);
  }

  @Override
  public List<Volume> plan(Volume volume) {
    Volume whole = new Volume(volume.microlitres() / STEP.microlitres() * STEP.microlitres());
    return whole.isLessThan(SMALLEST) ? List.of() : List.of(whole.orLess(LARGEST));
  }

  @Override
  public void prepare(PumpSetup setup, Consumer<Answer<PumpBaseline>> reply) {
    submit(
        () -> ask("prepare", 30, () -> prepared(setup), answer -> done(reply, answer)),
        cancelled("prepare", reply));
  }

  private Answer<PumpBaseline> prepared(PumpSetup setup) {
    prepared = false;
    cap.disarm();
    cap.unknown();
    if (box.running()) {
      return Answer.failed(new Fault.Refused("STATUS", "it runs"));
    }
    box.rate(setup.rate().microlitresPerMinute());
    List<PumpAlarm> cleared = box.clear().stream().toList();
    prepared = true;
    return Answer.ok(new PumpBaseline(identityNow(), setup.rate(), box.counter(), cleared));
  }

  @Override
  public void arm(Permit permit, Volume stroke, Consumer<Answer<Volume>> reply) {
    submit(() -> armNow(permit, stroke, reply), cancelled("VOL", reply));
  }

  private void armNow(Permit permit, Volume stroke, Consumer<Answer<Volume>> reply) {
    Optional<String> refusal = cap.refusal(permit, stroke);
    if (refusal.isPresent() || !prepared) {
      Fault why = new Fault.NotPermitted("VOL", refusal.orElse("the pump is not prepared"));
      time.after(life, MILLI, () -> done(reply, Answer.<Volume>failed(why)));
      return;
    }
    cap.disarm();
    ask("VOL", 15, () -> Answer.ok(box.target(stroke)), answer -> armed(permit, answer, reply));
  }

  private void armed(Permit permit, Answer<Volume> answer, Consumer<Answer<Volume>> reply) {
    if (answer instanceof Answer.Ok<Volume>(Volume set)) {
      cap.arm(permit, set);
    }
    done(reply, answer);
  }

  @Override
  public void start(Permit permit, Consumer<StartOutcome> reply) {
    submit(
        () -> startNow(permit, reply),
        () -> reply.accept(new StartOutcome.NotWritten(new Fault.CancelledByStop("RUN"))));
  }

  private void startNow(Permit permit, Consumer<StartOutcome> reply) {
    Optional<String> refusal = cap.refusalOfStart(permit);
    if (refusal.isPresent() || !plug.in()) {
      Fault why =
          refusal
              .<Fault>map(r -> new Fault.NotPermitted("RUN", r))
              .orElse(new Fault.PortLost("RUN", "pulled"));
      time.after(life, MILLI, () -> done(reply, new StartOutcome.NotWritten(why)));
      return;
    }
    cap.commit(permit);
    counterAtStart = box.counter();
    boolean heard = !silent() && !box.trouble().takeStartLost();
    boolean runs = heard && box.start(permit);
    boolean answered = heard && !box.trouble().takeStartUnanswered();
    time.after(
        life, (answered ? 6 : 450) * MILLI, () -> done(reply, outcome(answered && runs, answered)));
  }

  private StartOutcome outcome(boolean runs, boolean answered) {
    if (runs && plug.in()) {
      return new StartOutcome.Started(
          new PumpReport(PumpMotion.DISPENSING, counterAtStart, Optional.empty()));
    }
    return new StartOutcome.Unknown(
        answered && plug.in() ? new Fault.Refused("RUN", "?") : new Fault.NoAnswer("RUN"));
  }

  @Override
  public void report(Consumer<Answer<PumpReport>> reply) {
    submit(
        () -> ask("DIS", 5, () -> Answer.ok(reportNow()), answer -> done(reply, answer)),
        cancelled("DIS", reply));
  }

  private PumpReport reportNow() {
    PumpReport report = box.report();
    if (report.alarm().isPresent()) {
      cap.disarm();
    }
    if (report.alarm().equals(Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED))) {
      prepared = false;
      cap.unknown();
    }
    return report;
  }

  /** Goes before everything that waits, after the frame that is on the line. */
  @Override
  public void stop(Consumer<Answer<PumpReport>> reply) {
    List<Job> waiting = List.copyOf(jobs);
    jobs.clear();
    stops.add(() -> stopNow(reply));
    waiting.forEach(job -> job.cancelled().run());
    next();
  }

  private void stopNow(Consumer<Answer<PumpReport>> reply) {
    cap.disarm();
    if (!plug.in()) {
      time.after(life, MILLI, () -> done(reply, SimDevice.<PumpReport>lost("STP")));
    } else if (silent()) {
      time.after(life, 200 * MILLI, () -> stopNow(reply));
    } else {
      box.stop();
      time.after(life, 8 * MILLI, () -> done(reply, stopped()));
    }
  }

  private Answer<PumpReport> stopped() {
    if (!plug.in()) {
      return lost("STP");
    }
    PumpReport report = reportNow();
    if (report.motion() == PumpMotion.STOPPED) {
      cap.stopped(report.delivered().minus(counterAtStart));
    } else {
      cap.unknown();
    }
    return Answer.ok(report);
  }

  @Override
  public void onAlarm(Consumer<PumpAlarm> listener) {}
}
