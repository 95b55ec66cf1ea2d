package clinic.mmt.sim.pump.newera;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.core.FrontPanel;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Motor;
import clinic.mmt.sim.physics.RunCause;
import clinic.mmt.sim.physics.World;
import clinic.mmt.sim.pump.Delivery;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a New Era pump does: runs, pauses, counts, latches alarms. Knows no bytes. */
public final class NePump implements Behaviour, FrontPanel {

  private static final Volume WITHOUT_LIMIT = new Volume(Long.MAX_VALUE / 4);

  private final FaultBox faults;
  private final Delivery delivery;
  private final Motor motor = new Motor();
  private final Counters counters = new Counters();
  private final PumpType type;
  private NeSettings settings;
  private int unit;
  private Phase phase = Phase.STOPPED;
  private Direction turning = Direction.INF;
  private Volume target = Volume.ZERO;
  private Volume done = Volume.ZERO;
  private boolean interrupted;
  private @Nullable Alarm latched = Alarm.RESET;
  private @Nullable Alarm unreported = Alarm.RESET;

  /** A pump of this type, just switched on, over the liquid of its station. */
  public NePump(PumpType type, World world, FaultBox faults) {
    this.type = type;
    this.faults = faults;
    this.delivery = new Delivery(world, faults);
    this.settings = new NeSettings(type);
  }

  @Override
  public void advance(long simulatedNanos) {
    switch (phase) {
      case PUMPING -> pump(simulatedNanos, settings.rate.picolitresPerSecond());
      case PURGING -> pump(simulatedNanos, Rate.FASTEST.picolitresPerSecond());
      case STOPPED, PAUSED -> coast(simulatedNanos);
    }
  }

  private void pump(long nanos, long picolitresPerSecond) {
    turn(nanos, picolitresPerSecond);
    if (delivery.hasReached(FaultKind.STALL, done)) {
      faults.use(FaultKind.STALL);
      motor.halt();
      raise(Alarm.STALL);
    } else if (delivery.hasReached(FaultKind.STOP_SHORT, done)) {
      faults.use(FaultKind.STOP_SHORT);
      endProgram();
    } else if (left().picolitres() <= 0) {
      endProgram();
    }
  }

  private void coast(long nanos) {
    if (motor.isTurning()) {
      turn(nanos, 0);
    } else {
      delivery.leak(nanos);
    }
  }

  private void turn(long nanos, long picolitresPerSecond) {
    Volume turned = motor.turn(nanos, picolitresPerSecond, left());
    switch (turning) {
      case INF -> delivery.forward(turned, done);
      case WDR -> delivery.back(turned, done);
    }
    done = done.plus(turned);
    counters.count(turning, turned);
  }

  private Volume left() {
    return target.isPositive() ? target.minus(done) : WITHOUT_LIMIT;
  }

  private void endProgram() {
    motor.halt();
    phase = Phase.STOPPED;
    delivery.endRun();
  }

  /** RUN: starts the program, or goes on with a paused one. */
  Answer run(long atNanos) {
    if (isMoving() || !settings.rate.isPossible()) {
      return Answer.NOT_APPLICABLE;
    }
    if (phase != Phase.PAUSED || left().picolitres() <= 0) {
      target = settings.volumeUnit.of(settings.volume);
      done = Volume.ZERO;
    }
    begin(RunCause.WIRE, Phase.PUMPING, atNanos);
    return Answer.DONE;
  }

  /** PUR: runs at top speed until STP. */
  Answer purge(long atNanos) {
    if (isMoving()) {
      return Answer.NOT_APPLICABLE;
    }
    target = Volume.ZERO;
    done = Volume.ZERO;
    begin(RunCause.PURGE, Phase.PURGING, atNanos);
    return Answer.DONE;
  }

  private void begin(RunCause cause, Phase next, long atNanos) {
    turning = settings.direction;
    phase = next;
    Volume commanded = target.isPositive() ? left() : Volume.ZERO;
    delivery.world().beginRun(cause, commanded, atNanos);
  }

  /** That also acknowledges an alarm. */
  @Override
  public Act runAtFrontPanel(Volume volume, long nowNanos) {
    if (settings.locked) {
      return Act.refused("the front panel is locked (LOC 1)");
    }
    if (isMoving()) {
      return Act.refused("the pump is running");
    }
    acknowledgeAlarm();
    target = volume;
    done = Volume.ZERO;
    begin(RunCause.FRONT_PANEL, Phase.PUMPING, nowNanos);
    return Act.done();
  }

  /** STP: running to paused, paused or purging to stopped. */
  Answer stop() {
    if (isMoving() && faults.use(FaultKind.IGNORE_STOP).isPresent()) {
      return Answer.DONE;
    }
    return switch (phase) {
      case PUMPING -> {
        phase = Phase.PAUSED;
        delivery.endRun();
        yield Answer.DONE;
      }
      case PAUSED, PURGING -> {
        phase = Phase.STOPPED;
        yield Answer.DONE;
      }
      case STOPPED -> Answer.NOT_APPLICABLE;
    };
  }

  /** The line went silent in Safe mode. */
  void communicationTimedOut() {
    raise(Alarm.TIMEOUT);
  }

  private void raise(Alarm alarm) {
    if (isMoving()) {
      delivery.endRun();
    }
    phase = Phase.STOPPED;
    latched = alarm;
    unreported = alarm;
  }

  Optional<Alarm> alarm() {
    return Optional.ofNullable(latched);
  }

  /** The host has been told in answer to a command, or somebody pressed a key. */
  void acknowledgeAlarm() {
    latched = null;
    unreported = null;
  }

  /** An alarm nobody has been told of yet; asking takes it. */
  Optional<Alarm> takeUnreportedAlarm() {
    Optional<Alarm> news = Optional.ofNullable(unreported);
    unreported = null;
    return news;
  }

  boolean isMoving() {
    return phase == Phase.PUMPING || phase == Phase.PURGING;
  }

  Phase phase() {
    return phase;
  }

  Direction turning() {
    return turning;
  }

  NeSettings settings() {
    return settings;
  }

  Counters counters() {
    return counters;
  }

  /** Firmware as told by VER; another unit has another one. */
  String version() {
    return unit == 0 ? type.version() : type.version().replace("V3.9", "V3.8");
  }

  Answer setDiameter(BigDecimal diameter) {
    if (isMoving()) {
      return Answer.NOT_APPLICABLE;
    }
    if (!type.diameter().covers(diameter)) {
      return Answer.OUT_OF_RANGE;
    }
    settings.diameter = diameter;
    settings.volumeUnit = type.usualVolumeUnit(diameter);
    counters.clear();
    return Answer.DONE;
  }

  Answer setRate(Rate rate) {
    boolean unitChanges = rate.unit() != settings.rate.unit();
    if (phase == Phase.PURGING || (isMoving() && unitChanges)) {
      return Answer.NOT_APPLICABLE;
    }
    if (!rate.isPossible() || !type.knows(rate.unit())) {
      return Answer.OUT_OF_RANGE;
    }
    settings.rate = rate;
    return Answer.DONE;
  }

  Answer setVolume(BigDecimal volume) {
    if (isMoving()) {
      return Answer.NOT_APPLICABLE;
    }
    settings.volume = volume;
    return Answer.DONE;
  }

  Answer setVolumeUnit(VolumeUnit volumeUnit) {
    if (isMoving()) {
      return Answer.NOT_APPLICABLE;
    }
    if (!type.knows(volumeUnit)) {
      return Answer.OUT_OF_RANGE;
    }
    settings.volumeUnit = volumeUnit;
    return Answer.DONE;
  }

  Answer setDirection(Direction direction) {
    if (isMoving()) {
      return Answer.NOT_APPLICABLE;
    }
    settings.direction = direction;
    return Answer.DONE;
  }

  Answer clearDispensed(Direction direction) {
    if (isMoving()) {
      return Answer.NOT_APPLICABLE;
    }
    counters.clear(direction);
    return Answer.DONE;
  }

  /** *RESET: back to the settings it left the works with. */
  void reset() {
    if (isMoving()) {
      endProgram();
    }
    phase = Phase.STOPPED;
    settings = new NeSettings(type);
    counters.clear();
  }

  @Override
  public void powerOff() {
    interrupted = phase == Phase.PUMPING;
    if (isMoving()) {
      delivery.endRun();
    }
    motor.halt();
    phase = Phase.STOPPED;
    counters.clear();
  }

  @Override
  public void powerOn() {
    latched = Alarm.RESET;
    unreported = Alarm.RESET;
    if (settings.powerFailResume && interrupted) {
      begin(RunCause.WIRE, Phase.PUMPING, System.nanoTime());
    }
    interrupted = false;
  }

  @Override
  public void swap() {
    powerOff();
    interrupted = false;
    unit++;
    settings = new NeSettings(type);
    powerOn();
  }
}
