package clinic.mmt.sim.pump.ezo;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.core.FrontPanel;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.RunCause;
import clinic.mmt.sim.physics.World;
import clinic.mmt.sim.pump.Delivery;
import clinic.mmt.sim.pump.Turning;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an EZO-PMP does: doses, counts, tells when it is done. Knows no bytes. */
public final class EzoPump implements Behaviour, FrontPanel {

  /** 105 mL/min as it leaves the works. */
  private static final double FASTEST_PICOLITRES_PER_SECOND = 105e9 / 60;

  private static final int CODE_LOW = 1;
  private static final int CODE_HIGH = 2;

  private final FaultBox faults;
  private final Turning head;
  private final Deque<News> news = new ArrayDeque<>();
  private @Nullable Order order;
  private boolean running;
  private boolean paused;
  private Volume total = Volume.ZERO;
  private Volume absoluteTotal = Volume.ZERO;
  private double calibration = 1;
  private boolean calibratedVolume;
  private boolean calibratedTime;
  private boolean inverted;
  private boolean startsAtPowerOn;

  /** Told unasked. */
  sealed interface News {
    /** An ordered volume has been counted. */
    record Done(Volume volume, boolean forward) implements News {}

    /** The motor's supply is not as it must be. */
    record Supply(boolean high) implements News {}
  }

  /** A pump just switched on, over the liquid of its station. */
  public EzoPump(World world, FaultBox faults) {
    this.faults = faults;
    this.head = new Turning(new Delivery(world, faults), false);
  }

  @Override
  public void advance(long simulatedNanos) {
    Order now = order;
    if (running && !paused && now != null) {
      pump(simulatedNanos, now);
    } else {
      Volume before = head.done();
      head.rest(simulatedNanos);
      count(head.done().minus(before));
    }
  }

  private void pump(long nanos, Order now) {
    Volume before = head.done();
    Turning.End end = head.advance(nanos, now.picolitresPerSecond());
    count(head.done().minus(before));
    Optional<News.Supply> supply = supply();
    if (supply.isPresent()) {
      running = false;
      head.halt();
      head.stop();
      news.addLast(supply.get());
    } else if (end != Turning.End.NONE) {
      running = false;
      news.addLast(new News.Done(head.done(), now.forward()));
    }
  }

  private void count(Volume moved) {
    absoluteTotal = absoluteTotal.plus(moved);
    total = order == null || order.forward() ? total.plus(moved) : total.minus(moved);
  }

  /** The supply of the motor is out of its range, told once. */
  Optional<News.Supply> supply() {
    int code = faults.active(FaultKind.PUMP_ERROR).map(Fault::value).orElse(0L).intValue();
    if (code != CODE_LOW && code != CODE_HIGH) {
      return Optional.empty();
    }
    faults.use(FaultKind.PUMP_ERROR);
    return Optional.of(new News.Supply(code == CODE_HIGH));
  }

  /** Begins to dispense; what ran before is given up. */
  void dispense(Order ordered, long atNanos) {
    if (running) {
      head.stop();
    }
    order = ordered;
    running = true;
    paused = false;
    begin(RunCause.WIRE, ordered, atNanos);
  }

  private void begin(RunCause cause, Order ordered, long atNanos) {
    head.calibrate(1 / calibration);
    head.begin(cause, ordered.forward() != inverted, ordered.volume(), atNanos);
  }

  /** X: stands still. */
  void stop() {
    if (running && faults.use(FaultKind.IGNORE_STOP).isEmpty()) {
      running = false;
      paused = false;
      head.stop();
    }
  }

  /** P: pauses, or goes on. */
  void togglePause() {
    paused = running && !paused;
  }

  boolean isPaused() {
    return paused;
  }

  boolean isRunning() {
    return running;
  }

  Optional<Order> order() {
    return Optional.ofNullable(order);
  }

  /** Of the present or last run, negative if it went back. */
  Volume dispensed() {
    return order != null && !order.forward() ? Volume.ZERO.minus(head.done()) : head.done();
  }

  Volume total() {
    return total;
  }

  Volume absoluteTotal() {
    return absoluteTotal;
  }

  void clearTotals() {
    total = Volume.ZERO;
    absoluteTotal = Volume.ZERO;
  }

  long fastest() {
    return Math.round(FASTEST_PICOLITRES_PER_SECOND * calibration);
  }

  /** Cal: this volume was measured after the last order. */
  boolean calibrate(Volume measured) {
    if (running || !head.done().isPositive() || !measured.isPositive()) {
      return false;
    }
    calibration *= (double) measured.picolitres() / head.done().picolitres();
    boolean full = order == null || order.picolitresPerSecond() >= fastest() / 2;
    calibratedVolume |= full;
    calibratedTime |= !full;
    return true;
  }

  void clearCalibration() {
    calibration = 1;
    calibratedVolume = false;
    calibratedTime = false;
  }

  /** 0 none, 1 volume, 2 volume and time, 3 both. */
  int calibrated() {
    return (calibratedVolume ? 1 : 0) + (calibratedTime ? 2 : 0);
  }

  void invert() {
    inverted = !inverted;
  }

  boolean isInverted() {
    return inverted;
  }

  void startAtPowerOn(boolean on) {
    startsAtPowerOn = on;
  }

  boolean startsAtPowerOn() {
    return startsAtPowerOn;
  }

  /** The next thing to tell unasked; taken while an answer is under way or not. */
  Optional<News> takeNews(boolean insideAnswer) {
    boolean held = faults.has(FaultKind.NEWS_IN_ANSWER);
    if (news.isEmpty() || held != insideAnswer) {
      return Optional.empty();
    }
    if (held) {
      faults.use(FaultKind.NEWS_IN_ANSWER);
    }
    return Optional.of(news.removeFirst());
  }

  @Override
  public Act runAtFrontPanel(Volume volume, long nowNanos) {
    if (running) {
      return Act.refused("the pump is running");
    }
    Order ordered = new Order(volume, true, fastest());
    order = ordered;
    running = true;
    paused = false;
    begin(RunCause.FRONT_PANEL, ordered, nowNanos);
    return Act.done();
  }

  /** Back to the works' settings. */
  void reset() {
    stop();
    clearTotals();
    clearCalibration();
    inverted = false;
    startsAtPowerOn = false;
  }

  @Override
  public void powerOff() {
    if (running) {
      head.stop();
    }
    head.halt();
    running = false;
    paused = false;
    news.clear();
    clearTotals();
  }

  @Override
  public void powerOn() {
    Order last = order;
    if (startsAtPowerOn && last != null) {
      dispense(last, System.nanoTime());
    }
  }

  @Override
  public void swap() {
    powerOff();
    reset();
    order = null;
  }
}
