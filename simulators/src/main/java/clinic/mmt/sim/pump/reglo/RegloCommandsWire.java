package clinic.mmt.sim.pump.reglo;

import clinic.mmt.sim.core.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The command table of the manual for channels: command and parameters to an answer. */
final class RegloCommandsWire {

  static final String OK = "*";
  static final String FAILED = "#";
  static final String NEGATIVE = "-";
  static final String POSITIVE = "+";

  private static final int TENTHS_PER_MINUTE = 600;
  private static final int TIME_MAX = 35_964_000;

  /** One row: channels spoken to, parameters, time of arrival; a line of data ends with CR LF. */
  private interface Row {
    String execute(List<Channel> channels, String text, long atNanos);
  }

  private final RegloPump pump;
  private final Map<String, Row> rows = new HashMap<>();
  private String reason = "C 0000E+0";

  RegloCommandsWire(RegloPump pump) {
    this.pump = pump;
    for (Mode mode : Mode.values()) {
      rows.put(String.valueOf(mode.letter()), set(settings -> settings.mode = mode));
    }
    rows.put("xM", get(channel -> String.valueOf(channel.settings().mode.letter())));
    rows.put("J", set(settings -> settings.clockwise = true));
    rows.put("K", set(settings -> settings.clockwise = false));
    rows.put("xD", get(channel -> channel.settings().clockwise ? "J" : "K"));
    addRuns();
    addQuantities();
    addNumbers();
    addCalibration();
  }

  boolean knows(String command) {
    return rows.containsKey(command);
  }

  String execute(String command, List<Channel> channels, String text, long atNanos) {
    Row row = rows.get(command);
    return row == null ? FAILED : row.execute(channels, text, atNanos);
  }

  static String line(String text) {
    return text + "\r\n";
  }

  private static Row get(Function<Channel, String> value) {
    return (channels, text, at) -> text.isEmpty() ? line(value.apply(channels.getFirst())) : FAILED;
  }

  private interface Change {
    void apply(Settings settings);
  }

  private static Row set(Change change) {
    return (channels, text, at) -> {
      if (!text.isEmpty()) {
        return FAILED;
      }
      channels.forEach(channel -> change.apply(channel.settings()));
      return OK;
    };
  }

  private void addRuns() {
    rows.put("H", this::start);
    rows.put("I", (channels, text, at) -> stop(channels, text));
    rows.put("xI", (channels, text, at) -> stop(channels, text));
    rows.put(
        "E",
        (channels, text, at) -> channels.stream().anyMatch(Channel::isOn) ? POSITIVE : NEGATIVE);
    rows.put("xe", (channels, text, at) -> line(reason));
    rows.put(
        "-",
        (channels, text, at) -> {
          channels.forEach(Channel::resetOverload);
          return OK;
        });
    rows.put(":", get(channel -> RegloNumbersWire.trip(channel.totals().trip())));
    rows.put(
        "W",
        (channels, text, at) -> {
          channels.forEach(channel -> channel.totals().clearTrip());
          return OK;
        });
    rows.put("xG", get(channel -> ten(channel.totals().volume().microlitres() / 1000)));
    rows.put("xC", get(channel -> ten(channel.totals().turns())));
    rows.put("xJ", get(channel -> ten(channel.totals().tenthsOfASecond())));
  }

  private String start(List<Channel> channels, String text, long atNanos) {
    boolean unable =
        !text.isEmpty()
            || channels.stream().anyMatch(channel -> channel.isOverloaded() || channel.isOn());
    if (unable) {
      return FAILED;
    }
    Optional<Channel.Refusal> refusal = pump.start(channels, atNanos);
    refusal.ifPresent(why -> reason = why.cause() + " " + RegloNumbersWire.volume(why.limit()));
    return refusal.isPresent() ? NEGATIVE : OK;
  }

  private static String stop(List<Channel> channels, String text) {
    if (!text.isEmpty()) {
      return FAILED;
    }
    channels.forEach(Channel::stop);
    return OK;
  }

  private void addQuantities() {
    quantity("f", channel -> channel.settings().flow, (c, value) -> c.settings().flow = value);
    quantity(
        "v",
        channel -> channel.settings().volume.picolitres(),
        (channel, value) -> channel.settings().volume = new Volume(value));
    rows.put("?", get(channel -> RegloNumbersWire.flow(channel.settings().fastestFlow(false))));
    rows.put("!", get(channel -> RegloNumbersWire.flow(channel.settings().fastestFlow(true))));
    rows.put("xv", (channels, text, at) -> timeNeeded(text));
  }

  /** A volume or flow: set in type 2, told in type 1 as it was accepted. */
  private void quantity(
      String command, Function<Channel, Long> read, BiConsumer<Channel, Long> write) {
    rows.put(
        command,
        (channels, text, at) -> {
          Optional<Long> value = RegloNumbersWire.picolitres(text);
          if (!text.isEmpty() && (value.isEmpty() || channels.stream().anyMatch(Channel::isOn))) {
            return FAILED;
          }
          value.ifPresent(v -> channels.forEach(channel -> write.accept(channel, v)));
          return line(RegloNumbersWire.volume(read.apply(channels.getFirst())));
        });
  }

  private static String timeNeeded(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 2) {
      return FAILED;
    }
    Optional<Long> volume = RegloNumbersWire.picolitres(parts[0]);
    Optional<Long> flow = RegloNumbersWire.picolitres(parts[1]).filter(value -> value > 0);
    return volume.isEmpty() || flow.isEmpty()
        ? FAILED
        : line(Long.toString(volume.get() * TENTHS_PER_MINUTE / flow.get()));
  }

  private void addNumbers() {
    number("S", 6, (channel, value) -> channel.settings().speed = value);
    number("xT", 8, (channel, value) -> channel.settings().time = value);
    number("xP", 8, (channel, value) -> channel.settings().pause = value);
    number("\"", 4, (channel, value) -> channel.settings().cycles = value);
    number("+", 4, (channel, value) -> channel.settings().tube = value);
    number("%", 4, (channel, value) -> channel.settings().backSteps = value);
    number("r", 6, RegloCommandsWire::setRollerStep);
  }

  /** So many digits to set it; nothing to ask for it. */
  private void number(String command, int digits, BiConsumer<Channel, Integer> write) {
    rows.put(
        command,
        (channels, text, at) -> {
          if (text.isEmpty()) {
            return line(told(command, channels.getFirst()));
          }
          Optional<Integer> value =
              RegloNumbersWire.digits(text, digits).filter(v -> isIn(command, v));
          if (value.isEmpty() || channels.stream().anyMatch(Channel::isOn)) {
            return FAILED;
          }
          channels.forEach(channel -> write.accept(channel, value.get()));
          return OK;
        });
  }

  private static boolean isIn(String command, int value) {
    return switch (command) {
      case "xT", "xP" -> value <= TIME_MAX;
      case "+" -> value >= Settings.THINNEST_TUBE && value <= Settings.WIDEST_TUBE;
      case "%" -> value <= 100;
      default -> true;
    };
  }

  private static String told(String command, Channel channel) {
    Settings settings = channel.settings();
    return switch (command) {
      case "S" -> hundredths(settings.speed);
      case "xT" -> Long.toString(settings.time);
      case "xP" -> Long.toString(settings.pause);
      case "\"" -> Integer.toString(settings.cycles);
      case "+" -> hundredths(settings.tube) + " mm";
      case "%" -> Integer.toString(settings.backSteps);
      default -> RegloNumbersWire.volume(settings.rollerStep().picolitres());
    };
  }

  private static String hundredths(int value) {
    return String.format(Locale.ROOT, "%d.%02d", value / 100, value % 100);
  }

  private static String ten(long value) {
    return String.format(Locale.ROOT, "%010d", value);
  }

  /** Nanolitres a roller; zero goes back to the table of tubes. */
  private static void setRollerStep(Channel channel, int nanolitres) {
    if (nanolitres == 0) {
      channel.settings().calibration = 1;
    } else {
      channel.settings().setRollerStep(Volume.ofNanolitres(nanolitres));
    }
  }

  private void addCalibration() {
    quantity(
        "xU",
        channel -> channel.calibration().target.picolitres(),
        (channel, value) -> channel.calibration().target = new Volume(value));
    number("xW", 8, (channel, value) -> channel.calibration().time = value);
    rows.put("xR", RegloCommandsWire::calibrationDirection);
    rows.put(
        "xY",
        (channels, text, at) -> {
          if (channels.stream().anyMatch(channel -> channel.isOn() || channel.isOverloaded())) {
            return FAILED;
          }
          channels.forEach(channel -> channel.startCalibration(at));
          return OK;
        });
    rows.put("xV", (channels, text, at) -> measured(channels, text));
    rows.put(
        "xZ",
        (channels, text, at) -> {
          channels.forEach(Channel::stop);
          channels.forEach(channel -> channel.calibration().cancel());
          return OK;
        });
    rows.put("xX", get(channel -> Long.toString(channel.calibration().hoursOld())));
  }

  private static String calibrationDirection(List<Channel> channels, String text, long atNanos) {
    return switch (text) {
      case "" -> line(channels.getFirst().calibration().clockwise ? "J" : "K");
      case "J", "K" -> {
        channels.forEach(channel -> channel.calibration().clockwise = "J".equals(text));
        yield OK;
      }
      default -> FAILED;
    };
  }

  private static String measured(List<Channel> channels, String text) {
    Optional<Volume> volume = RegloNumbersWire.picolitres(text).map(Volume::new);
    boolean taken =
        volume.isPresent()
            && channels.stream()
                .allMatch(
                    channel -> channel.calibration().measured(volume.get(), channel.settings()));
    return taken ? line(RegloNumbersWire.volume(volume.get().picolitres())) : FAILED;
  }
}
