package clinic.mmt.sim.pump.cavro;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.RunCause;
import clinic.mmt.sim.physics.World;
import clinic.mmt.sim.pump.Delivery;
import java.util.List;

/** What a Cavro syringe pump does: executes strings of commands step by step. Knows no bytes. */
public final class CavroPump implements Behaviour {

  private static final long VALVE_NANOS = 200_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int INITIALISE_SPEED = 2000;

  /** So that a loop without any movement can't hold the bench. */
  private static final int STEPS_PER_TICK_MAX = 1000;

  private final CavroType type;
  private final FaultBox faults;
  private final Delivery delivery;
  private final Plunger plunger;
  private final Memory memory = new Memory();
  private final Program program = new Program();
  private int unit;
  private int valve = 1;
  private boolean mirrored;
  private boolean initialised;
  private boolean initialising;
  private boolean quiet;
  private boolean stroke;
  private boolean running;
  private long waitNanos;
  private long commanded;
  private long startedNanos;
  private int error;

  /** A pump just switched on, its plunger at the top, over the liquid of its station. */
  public CavroPump(CavroType type, World world, FaultBox faults) {
    this.type = type;
    this.faults = faults;
    this.delivery = new Delivery(world, faults);
    this.plunger = new Plunger(type, delivery);
  }

  CavroType type() {
    return type;
  }

  Memory memory() {
    return memory;
  }

  /** Error number that every answer carries now; 0 = none. */
  int error() {
    if (error == PumpError.NONE && !initialised && !initialising && type.tellsUninitialised()) {
      return PumpError.NOT_INITIALISED;
    }
    return error;
  }

  boolean isBusy() {
    return running;
  }

  /** Whether it says so: lower-case moves do not. */
  boolean tellsBusy() {
    return running && !quiet;
  }

  boolean isInitialised() {
    return initialised;
  }

  boolean hasProgram() {
    return program.isLoaded();
  }

  /** Where the last move was to end. */
  int commandedPosition() {
    return plunger.steps(commanded, memory.microsteps());
  }

  /** Where the encoder sees the plunger. */
  int encoderPosition() {
    return plunger.steps(plunger.positionPicolitres(), memory.microsteps());
  }

  String valveWord() {
    return type.word(valve);
  }

  int positionOfValve() {
    return valve;
  }

  /** Firmware; another unit has another one. */
  String firmware() {
    return unit == 0 ? "P/N 733085 Rev B" : "P/N 733085 Rev A";
  }

  /** Keeps a string for R, in place of the one kept before. */
  void load(List<Step> steps) {
    program.load(steps);
  }

  /** R: begins the kept string, or goes on where T or H left it. */
  int execute(long atNanos) {
    if (running) {
      return PumpError.OVERFLOW;
    }
    int refusal = Rehearsal.of(this).refusal(program.rest());
    if (refusal != PumpError.NONE) {
      program.clear();
      return refusal;
    }
    startedNanos = atNanos;
    running = true;
    quiet = false;
    perform();
    return PumpError.NONE;
  }

  /** T: stands still; the rest of the string is kept. */
  void terminate() {
    if (!running || faults.use(FaultKind.IGNORE_STOP).isPresent()) {
      return;
    }
    plunger.halt();
    commanded = plunger.positionPicolitres();
    endStroke();
    waitNanos = 0;
    running = false;
    initialising = false;
  }

  private void endStroke() {
    if (stroke) {
      stroke = false;
      delivery.endRun();
    }
  }

  @Override
  public void advance(long simulatedNanos) {
    if (!running) {
      delivery.leak(simulatedNanos);
    } else if (waitNanos > 0) {
      waitNanos -= simulatedNanos;
    } else if (!plunger.hasArrived()) {
      move(simulatedNanos);
    }
    if (running && waitNanos <= 0 && plunger.hasArrived()) {
      perform();
    }
  }

  private void move(long nanos) {
    int speed = initialising ? INITIALISE_SPEED : memory.get(Step.Setting.TOP_SPEED);
    plunger.advance(nanos, speed, type.reach(valve, mirrored));
    if (plunger.isBlocked()) {
      faults.use(FaultKind.STALL);
      fail(PumpError.PLUNGER_OVERLOAD);
    } else if (plunger.hasArrived()) {
      endStroke();
      finishInitialising();
    }
  }

  private void finishInitialising() {
    if (initialising) {
      initialising = false;
      initialised = true;
      error = PumpError.NONE;
      memory.countInitialisation();
    }
  }

  private void fail(int code) {
    endStroke();
    plunger.halt();
    program.clear();
    running = false;
    initialising = false;
    error = code;
    if (code != PumpError.VALVE_OVERLOAD && code != PumpError.EEPROM) {
      initialised = false;
    }
  }

  /** Performs steps until one takes time or the string ends. */
  private void perform() {
    for (int i = 0; i < STEPS_PER_TICK_MAX && running; i++) {
      if (waitNanos > 0 || !plunger.hasArrived()) {
        return;
      }
      if (program.isAtEnd()) {
        running = false;
        program.clear();
        return;
      }
      perform(program.next());
    }
  }

  private void perform(Step step) {
    if (failsAt(step)) {
      return;
    }
    switch (step) {
      case Step.Initialise initialise -> initialise(initialise);
      case Step.Turn turn -> turn(turn.position());
      case Step.Move move -> begin(move);
      case Step.Profile profile -> memory.set(profile.setting(), profile.value());
      case Step.Resolution resolution -> memory.setMicrosteps(resolution.microsteps());
      case Step.Delay delay -> waitNanos = delay.millis() * NANOS_PER_MILLI;
      case Step.LoopStart start -> program.openLoop();
      case Step.LoopEnd end -> program.closeLoop(end.times());
      case Step.Halt halt -> running = false;
      case Step.Other other -> {
        // Outputs and settings that no liquid depends on.
      }
    }
  }

  private boolean failsAt(Step step) {
    int code = faults.active(FaultKind.PUMP_ERROR).map(Fault::value).orElse(0L).intValue();
    boolean here =
        switch (code) {
          case PumpError.NONE -> false;
          case PumpError.INITIALISATION -> step instanceof Step.Initialise;
          case PumpError.PLUNGER_OVERLOAD -> step instanceof Step.Move;
          case PumpError.VALVE_OVERLOAD -> step instanceof Step.Turn;
          default -> true;
        };
    if (here) {
      faults.use(FaultKind.PUMP_ERROR);
      fail(code);
    }
    return here;
  }

  private void initialise(Step.Initialise step) {
    mirrored = step.mirrored();
    initialising = true;
    if (step.out() > 0) {
      turn(step.out());
    }
    boolean full = plunger.positionPicolitres() > 0;
    if (full && type.reach(valve, mirrored) == CavroType.Reach.SPOUT) {
      delivery.world().beginRun(RunCause.PURGE, Volume.ZERO, startedNanos);
    }
    plunger.aim(0);
    commanded = 0;
    waitNanos = Math.max(waitNanos, VALVE_NANOS);
    if (plunger.hasArrived()) {
      finishInitialising();
    }
  }

  private void turn(int position) {
    if (position != valve) {
      valve = position;
      waitNanos = VALVE_NANOS;
      memory.countValveMove();
    }
    error = error == PumpError.VALVE_OVERLOAD ? PumpError.NONE : error;
  }

  private void begin(Step.Move move) {
    long amount = plunger.picolitres(move.amount(), memory.microsteps());
    long goal =
        switch (move.way()) {
          case TO -> amount;
          case PICK_UP ->
              plunger.picolitres(commandedPosition() + move.amount(), memory.microsteps());
          case DISPENSE ->
              plunger.picolitres(commandedPosition() - move.amount(), memory.microsteps());
        };
    quiet = move.quiet();
    commanded = goal;
    plunger.aim(goal);
    memory.countPlungerMove();
    long pushed = plunger.positionPicolitres() - goal;
    if (pushed > 0 && type.reach(valve, mirrored) == CavroType.Reach.SPOUT) {
      stroke = true;
      delivery.world().beginRun(RunCause.WIRE, new Volume(pushed), startedNanos);
    }
  }

  @Override
  public void powerOff() {
    endStroke();
    plunger.halt();
    program.clear();
    running = false;
    initialising = false;
    initialised = false;
    waitNanos = 0;
    error = PumpError.NONE;
    memory.forget();
  }

  @Override
  public void powerOn() {
    commanded = plunger.positionPicolitres();
  }

  @Override
  public void swap() {
    powerOff();
    unit++;
    memory.clear();
    powerOn();
  }
}
