package clinic.mmt.sim.pump.reglo;

import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.RunCause;
import clinic.mmt.sim.physics.World;
import clinic.mmt.sim.pump.Delivery;
import clinic.mmt.sim.pump.Turning;
import java.util.Optional;
import java.util.function.Consumer;

/** One channel: settings, a head that turns, what it counts. */
final class Channel {

  /** More than any dose: what V in the reason of a refusal tells. */
  static final Volume LARGEST = Volume.ofMicrolitres(9_999_000);

  private static final int OVER_TEMPERATURE = 2;
  private static final int OVER_CURRENT = 3;
  private static final long PROGRESS_NANOS = 1_000_000_000;
  private static final long NANOS_PER_TENTH = 100_000_000;

  private final int number;
  private final RegloType type;
  private final FaultBox faults;
  private final Turning head;
  private final Consumer<News> news;
  private final Totals totals = new Totals();
  private final Calibration calibration = new Calibration();
  private Settings settings = new Settings();
  private Settings saved = settings.copy();
  private News.State state = News.State.STOPPED;
  private int cyclesLeft;
  private long pauseNanos;
  private long progressNanos;
  private Volume steppedBack = Volume.ZERO;
  private boolean overloaded;

  Channel(int number, RegloType type, World world, FaultBox faults, Consumer<News> news) {
    this.number = number;
    this.type = type;
    this.faults = faults;
    this.head = new Turning(new Delivery(world, faults), true);
    this.news = news;
  }

  Settings settings() {
    return settings;
  }

  Totals totals() {
    return totals;
  }

  Calibration calibration() {
    return calibration;
  }

  boolean isOn() {
    return switch (state) {
      case PUMPING, PAUSED, CALIBRATING -> true;
      case STOPPED, WAITING_FOR_VALUE -> false;
    };
  }

  boolean isOverloaded() {
    return overloaded;
  }

  void resetOverload() {
    overloaded = false;
  }

  /** What stands in the way of a start. */
  Optional<Refusal> refusal() {
    Settings now = settings;
    boolean withVolume =
        switch (now.mode) {
          case VOLUME_AT_RATE, VOLUME_OVER_TIME, VOLUME_PAUSE -> true;
          case RPM, FLOW, TIME, TIME_PAUSE -> false;
        };
    if (now.mode.hasCycles() && now.cycles == 0) {
      return Optional.of(new Refusal('C', 0));
    }
    if (withVolume && (!now.volume.isPositive() || now.volume.compareTo(LARGEST) > 0)) {
      return Optional.of(new Refusal('V', LARGEST.picolitres()));
    }
    long fastest = now.fastestFlow(true);
    long wanted = now.picolitresPerSecond() * 60;
    boolean tooFast = wanted > fastest + fastest / 1000 || wanted <= 0;
    return tooFast ? Optional.of(new Refusal('R', fastest)) : Optional.empty();
  }

  /** Why a start is refused, and the limit in picolitres (a minute). */
  record Refusal(char cause, long limit) {}

  /** H; a paused run goes on. */
  void start(RunCause cause, long atNanos) {
    cyclesLeft = settings.mode.hasCycles() ? settings.cycles : 1;
    begin(cause, settings.clockwise, settings.target(), atNanos);
  }

  private void begin(RunCause cause, boolean forward, Volume target, long atNanos) {
    state = News.State.PUMPING;
    progressNanos = 0;
    head.calibrate(settings.liquidPerCount());
    head.begin(cause, forward, target, atNanos);
    if (steppedBack.isPositive() && forward) {
      head.stepForward(steppedBack);
    }
    steppedBack = Volume.ZERO;
  }

  /** xY: runs the target of the calibration. */
  void startCalibration(long atNanos) {
    cyclesLeft = 1;
    begin(RunCause.WIRE, calibration.clockwise, calibration.target, atNanos);
    state = News.State.CALIBRATING;
  }

  /** Somebody runs it at the keys. */
  void runAtKeys(Volume volume, long atNanos) {
    cyclesLeft = 1;
    begin(RunCause.FRONT_PANEL, true, volume, atNanos);
  }

  /** I or xI: not told by an event. */
  void stop() {
    if (isOn() && faults.use(FaultKind.IGNORE_STOP).isEmpty()) {
      state = News.State.STOPPED;
      head.stop();
    }
  }

  void advance(long nanos) {
    calibration.advance(nanos);
    switch (state) {
      case PUMPING -> pump(nanos, settings.picolitresPerSecond());
      case CALIBRATING -> pump(nanos, calibration.picolitresPerSecond());
      case PAUSED -> pause(nanos);
      case STOPPED, WAITING_FOR_VALUE -> {
        Volume before = head.done();
        head.rest(nanos);
        totals.count(head.done().minus(before), settings.picolitresPerTurn(), 0);
      }
    }
    tellProgress(nanos);
  }

  private void pump(long nanos, long rate) {
    Volume before = head.done();
    Turning.End end = head.advance(nanos, Math.min(rate, settings.fastestFlow(true) / 60));
    totals.count(head.done().minus(before), settings.picolitresPerTurn(), nanos);
    int code = faults.active(FaultKind.PUMP_ERROR).map(Fault::value).orElse(0L).intValue();
    if (code == OVER_TEMPERATURE || code == OVER_CURRENT) {
      faults.use(FaultKind.PUMP_ERROR);
      head.halt();
      head.stop();
      overload(code == OVER_CURRENT ? News.Cause.CURRENT : News.Cause.TEMPERATURE);
      return;
    }
    switch (end) {
      case NONE -> {}
      case STALLED -> overload(News.Cause.CURRENT);
      case DONE -> finish();
      case SHORT -> {
        cyclesLeft = 1;
        finish();
      }
    }
  }

  private void overload(News.Cause cause) {
    overloaded = true;
    state = News.State.STOPPED;
    news.accept(new News.Stopped(number, cause));
  }

  private void finish() {
    cyclesLeft--;
    if (state == News.State.CALIBRATING) {
      state = News.State.WAITING_FOR_VALUE;
      calibration.await();
      news.accept(new News.Stopped(number, News.Cause.CALIBRATED));
      return;
    }
    stepBack();
    if (cyclesLeft > 0) {
      state = News.State.PAUSED;
      pauseNanos = settings.pause * NANOS_PER_TENTH;
    } else {
      state = News.State.STOPPED;
      news.accept(new News.Stopped(number, News.Cause.COMPLETE));
    }
  }

  private void stepBack() {
    if (settings.backSteps > 0 && head.isForward() && head.target().isPositive()) {
      steppedBack = new Volume(settings.rollerStep().picolitres() * settings.backSteps);
      head.stepBack(steppedBack);
    }
  }

  private void pause(long nanos) {
    pauseNanos -= nanos;
    if (pauseNanos <= 0) {
      int left = cyclesLeft;
      begin(RunCause.WIRE, settings.clockwise, settings.target(), System.nanoTime());
      cyclesLeft = left;
    }
  }

  private void tellProgress(long nanos) {
    progressNanos += nanos;
    if (!isOn() || progressNanos < PROGRESS_NANOS) {
      return;
    }
    progressNanos = 0;
    Volume left = head.target().isPositive() ? head.target().minus(head.done()) : Volume.ZERO;
    long rate = Math.max(1, settings.picolitresPerSecond());
    Volume told = type.progressTellsLeft() ? left : head.done();
    news.accept(
        new News.Progress(number, state, left.picolitres() / rate, told, Math.max(0, cyclesLeft)));
  }

  /** *: what is set now is kept without power. */
  void save() {
    saved = settings.copy();
  }

  /** 0: as it left the works. */
  void reset() {
    stop();
    settings = new Settings();
  }

  void powerOff() {
    if (isOn()) {
      head.stop();
    }
    head.halt();
    state = News.State.STOPPED;
    calibration.cancel();
    overloaded = false;
    settings = saved.copy();
    if (!type.keepsTrip()) {
      totals.clearTrip();
    }
  }

  void swap() {
    settings = new Settings();
    save();
    totals.clearTrip();
  }
}
