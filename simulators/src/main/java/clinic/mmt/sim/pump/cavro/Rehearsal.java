package clinic.mmt.sim.pump.cavro;

import java.util.List;

/** Goes through a string without moving: what the pump would refuse, it refuses at once. */
final class Rehearsal {

  private final CavroType type;
  private boolean initialised;
  private boolean overloaded;
  private boolean microsteps;
  private boolean mirrored;
  private int position;
  private int valve;
  private int depth;

  private Rehearsal(CavroType type) {
    this.type = type;
  }

  static Rehearsal of(CavroPump pump) {
    Rehearsal rehearsal = new Rehearsal(pump.type());
    rehearsal.initialised = pump.isInitialised();
    rehearsal.overloaded = pump.error() == PumpError.PLUNGER_OVERLOAD;
    rehearsal.microsteps = pump.memory().microsteps();
    rehearsal.position = pump.commandedPosition();
    rehearsal.valve = pump.positionOfValve();
    return rehearsal;
  }

  /** The number of the error that answers this string; 0 = none. */
  int refusal(List<Step> steps) {
    for (Step step : steps) {
      int code = refusal(step);
      if (code != PumpError.NONE) {
        return code;
      }
    }
    return PumpError.NONE;
  }

  private int refusal(Step step) {
    return switch (step) {
      case Step.Initialise initialise -> {
        initialised = true;
        overloaded = false;
        position = 0;
        mirrored = initialise.mirrored();
        valve = initialise.out() > 0 ? initialise.out() : valve;
        yield PumpError.NONE;
      }
      case Step.Turn turn -> {
        valve = turn.position();
        yield initialised || overloaded ? PumpError.NONE : PumpError.NOT_INITIALISED;
      }
      case Step.Move move -> move(move);
      case Step.Resolution resolution -> {
        position = rescaled(resolution.microsteps());
        microsteps = resolution.microsteps();
        yield PumpError.NONE;
      }
      case Step.LoopStart start -> {
        depth++;
        yield PumpError.NONE;
      }
      case Step.LoopEnd end -> {
        depth--;
        yield depth < 0 ? PumpError.BAD_SEQUENCE : PumpError.NONE;
      }
      case Step.Profile profile -> PumpError.NONE;
      case Step.Delay delay -> PumpError.NONE;
      case Step.Halt halt -> PumpError.NONE;
      case Step.Other other -> PumpError.NONE;
    };
  }

  private int rescaled(boolean toMicrosteps) {
    if (toMicrosteps == microsteps) {
      return position;
    }
    return toMicrosteps ? position * CavroType.MICROSTEPS : position / CavroType.MICROSTEPS;
  }

  private int move(Step.Move move) {
    if (overloaded) {
      return PumpError.PLUNGER_OVERLOAD;
    }
    if (!initialised) {
      return PumpError.NOT_INITIALISED;
    }
    if (type.reach(valve, mirrored) == CavroType.Reach.BYPASS) {
      return PumpError.NOT_ALLOWED;
    }
    position =
        switch (move.way()) {
          case TO -> move.amount();
          case PICK_UP -> position + move.amount();
          case DISPENSE -> position - move.amount();
        };
    int stroke = CavroType.STROKE * (microsteps ? CavroType.MICROSTEPS : 1);
    return position < 0 || position > stroke ? PumpError.BAD_OPERAND : PumpError.NONE;
  }
}
