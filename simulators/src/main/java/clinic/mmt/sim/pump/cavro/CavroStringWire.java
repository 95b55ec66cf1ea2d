package clinic.mmt.sim.pump.cavro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command strings of the manual: letters with numbers, to steps. */
final class CavroStringWire {

  /** Longest string the pump's buffer takes. */
  static final int CHARACTERS_MAX = 255;

  private static final Pattern COMMAND =
      Pattern.compile("([A-Za-z])(\\d{0,6})(?:,(\\d{1,3}))?(?:,(\\d{1,3}))?");
  private static final int NUMBERS_MAX = 3;

  /** What a string means, or the number of the error that answers it. */
  record Parsed(List<Step> steps, int error) {}

  /** One letter with its numbers. */
  private record Command(char letter, List<Integer> numbers) {
    int number(int index, int missing) {
      return numbers.size() > index ? numbers.get(index) : missing;
    }

    boolean isIn(int least, int most) {
      return numbers.size() == 1 && numbers.getFirst() >= least && numbers.getFirst() <= most;
    }
  }

  private final CavroType type;

  CavroStringWire(CavroType type) {
    this.type = type;
  }

  /** Reads a string without its final R. */
  Parsed parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return new Parsed(List.of(), PumpError.BAD_COMMAND);
      }
      Command command = command(matcher);
      if (!isKnown(command.letter())) {
        return new Parsed(List.of(), PumpError.BAD_COMMAND);
      }
      Optional<Step> step = step(command);
      if (step.isEmpty()) {
        return new Parsed(List.of(), PumpError.BAD_OPERAND);
      }
      steps.add(step.get());
      at = matcher.end();
    }
    return new Parsed(steps, PumpError.NONE);
  }

  private static Command command(Matcher matcher) {
    List<Integer> numbers = new ArrayList<>();
    for (int group = 2; group < 2 + NUMBERS_MAX; group++) {
      String digits = matcher.group(group);
      if (digits != null && !digits.isEmpty()) {
        numbers.add(Integer.parseInt(digits));
      }
    }
    return new Command(matcher.group(1).charAt(0), numbers);
  }

  private boolean isKnown(char letter) {
    return "ZYWIOAaPpDdVvcSLKNMgGHJUuz".indexOf(letter) >= 0
        || (!type.isDistribution() && "BE".indexOf(letter) >= 0);
  }

  /** Empty if a number is out of its range. */
  private Optional<Step> step(Command command) {
    return switch (command.letter()) {
      case 'Z' -> initialise(command, false);
      case 'Y' -> initialise(command, true);
      case 'W' -> force(command).map(force -> new Step.Initialise(0, false));
      case 'I' -> turn(command, type.inputPosition());
      case 'O' -> turn(command, type.outputPosition());
      case 'B' -> bare(command, new Step.Turn(3));
      case 'E' -> bare(command, new Step.Turn(4));
      case 'A', 'a' -> move(command, Step.Way.TO);
      case 'P', 'p' -> move(command, Step.Way.PICK_UP);
      case 'D', 'd' -> move(command, Step.Way.DISPENSE);
      case 'S' ->
          command.isIn(0, 40)
              ? Optional.of(
                  new Step.Profile(
                      Step.Setting.TOP_SPEED, Memory.speed(command.numbers().getFirst())))
              : Optional.empty();
      case 'V' -> profile(command, Step.Setting.TOP_SPEED, 5, 6000);
      case 'v' -> profile(command, Step.Setting.START_SPEED, 50, 1000);
      case 'c' -> profile(command, Step.Setting.CUTOFF_SPEED, 50, 2700);
      case 'L' -> profile(command, Step.Setting.SLOPE, 1, 20);
      case 'K' -> profile(command, Step.Setting.BACKLASH, 0, 248);
      default -> control(command);
    };
  }

  private static Optional<Step> control(Command command) {
    int number = command.number(0, 0);
    return switch (command.letter()) {
      case 'N' ->
          command.isIn(0, 1) ? Optional.of(new Step.Resolution(number == 1)) : Optional.empty();
      case 'M' -> number <= 30_000 ? Optional.of(new Step.Delay(number)) : Optional.empty();
      case 'g' -> bare(command, new Step.LoopStart());
      case 'G' -> number <= 30_000 ? Optional.of(new Step.LoopEnd(number)) : Optional.empty();
      case 'H' -> number <= 2 ? Optional.of(new Step.Halt()) : Optional.empty();
      case 'J' -> number <= 7 ? Optional.of(new Step.Other()) : Optional.empty();
      default -> Optional.of(new Step.Other());
    };
  }

  private static Optional<Step> bare(Command command, Step step) {
    return command.numbers().isEmpty() ? Optional.of(step) : Optional.empty();
  }

  private static Optional<Integer> force(Command command) {
    int force = command.number(0, 0);
    return force <= 2 || (force >= 10 && force <= 40) ? Optional.of(force) : Optional.empty();
  }

  private Optional<Step> initialise(Command command, boolean mirrored) {
    int in = command.number(1, 0);
    int out = command.number(2, 0);
    if (force(command).isEmpty() || in > type.positions() || out > type.positions()) {
      return Optional.empty();
    }
    boolean usual = out == 0 || !type.isDistribution();
    return Optional.of(new Step.Initialise(usual ? type.outputPosition() : out, mirrored));
  }

  private Optional<Step> turn(Command command, int usual) {
    if (command.numbers().isEmpty()) {
      return Optional.of(new Step.Turn(usual));
    }
    return type.isDistribution() && command.isIn(1, type.positions())
        ? Optional.of(new Step.Turn(command.numbers().getFirst()))
        : Optional.empty();
  }

  private static Optional<Step> move(Command command, Step.Way way) {
    boolean quiet = Character.isLowerCase(command.letter());
    return command.numbers().size() > 1
        ? Optional.empty()
        : Optional.of(new Step.Move(command.number(0, 0), way, quiet));
  }

  private static Optional<Step> profile(
      Command command, Step.Setting setting, int least, int most) {
    return command.isIn(least, most)
        ? Optional.of(new Step.Profile(setting, command.numbers().getFirst()))
        : Optional.empty();
  }
}
