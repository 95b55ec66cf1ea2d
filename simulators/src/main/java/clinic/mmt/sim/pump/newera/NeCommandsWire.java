package clinic.mmt.sim.pump.newera;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command table of the manual: text of a command to the data of its answer. */
final class NeCommandsWire {

  static final String UNKNOWN = "?";
  static final String NOT_APPLICABLE = "?NA";
  static final String OUT_OF_RANGE = "?OOR";

  private static final Pattern VALUE_AND_UNIT = Pattern.compile("([\\d.]*)([A-Z]*)");
  private static final Pattern ADDRESS_AND_BAUD = Pattern.compile("(\\d+)(?:B(\\d+))?");
  private static final Set<Integer> BAUDS = Set.of(300, 1200, 2400, 9600, 19_200);

  /** One row: parameters and time of arrival to the data of the answer. */
  private interface Row {
    String execute(String parameters, long atNanos);
  }

  private final NePump pump;
  private final NeLinkWire link;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, String> kept = new HashMap<>();

  NeCommandsWire(NePump pump, NeLinkWire link) {
    this.pump = pump;
    this.link = link;
    rows.put("VER", (text, at) -> query(text, pump.version()));
    rows.put("DIA", (text, at) -> diameter(text));
    rows.put("RAT", (text, at) -> rate(text));
    rows.put("VOL", (text, at) -> volume(text));
    rows.put("DIR", (text, at) -> direction(text));
    rows.put("RUN", this::run);
    rows.put("STP", (text, at) -> text.isEmpty() ? data(pump.stop()) : UNKNOWN);
    rows.put("DIS", (text, at) -> query(text, dispensed()));
    rows.put("CLD", (text, at) -> clearDispensed(text));
    rows.put("PUR", (text, at) -> text.isEmpty() ? data(pump.purge(at)) : UNKNOWN);
    rows.put("SAF", (text, at) -> safeMode(text));
    rows.put("AL", (text, at) -> keep("AL", text));
    rows.put("BUZ", (text, at) -> keep("BUZ", text));
    rows.put("TRG", (text, at) -> keepWord("TRG", text));
    rows.put("DIN", (text, at) -> keep("DIN", text));
    rows.put("LOC", (text, at) -> keep("LOC", text));
    rows.put("PF", (text, at) -> keep("PF", text));
    rows.put("PHN", (text, at) -> phaseNumber(text));
    rows.put("FUN", (text, at) -> function(text));
    rows.put("*ADR", (text, at) -> address(text));
    rows.put("*RESET", (text, at) -> reset(text));
  }

  /** Whether every pump on the line obeys this command, whatever its address. */
  static boolean isSystemCommand(String command) {
    return command.startsWith("*");
  }

  static boolean isSafeModeCommand(String command) {
    return command.startsWith("SAF") && command.length() > 3;
  }

  /** Executes a command without its address; returns the data after the status. */
  String execute(String command, long atNanos) {
    if (command.isEmpty()) {
      return "";
    }
    return rows.entrySet().stream()
        .filter(row -> command.startsWith(row.getKey()))
        .findFirst()
        .map(row -> row.getValue().execute(command.substring(row.getKey().length()), atNanos))
        .orElse(UNKNOWN);
  }

  private static String query(String parameters, String data) {
    return parameters.isEmpty() ? data : UNKNOWN;
  }

  private static String data(Answer answer) {
    return switch (answer) {
      case DONE -> "";
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case OUT_OF_RANGE -> OUT_OF_RANGE;
    };
  }

  private String run(String parameters, long atNanos) {
    if (parameters.isEmpty() || "1".equals(parameters)) {
      return data(pump.run(atNanos));
    }
    return NeNumberWire.isNumber(parameters) ? OUT_OF_RANGE : UNKNOWN;
  }

  private String diameter(String text) {
    if (text.isEmpty()) {
      return NeNumberWire.format(pump.settings().diameter);
    }
    return number(text).map(value -> data(pump.setDiameter(value))).orElse(refusal(text));
  }

  private String rate(String text) {
    Rate now = pump.settings().rate;
    if (text.isEmpty()) {
      return NeNumberWire.format(now.value()) + now.unit();
    }
    Matcher parts = VALUE_AND_UNIT.matcher(text);
    if (!parts.matches() || !NeNumberWire.isNumber(parts.group(1))) {
      return UNKNOWN;
    }
    Optional<BigDecimal> value = number(parts.group(1));
    Optional<RateUnit> unit =
        parts.group(2).isEmpty() ? Optional.of(now.unit()) : find(RateUnit.class, parts.group(2));
    if (unit.isEmpty()) {
      return UNKNOWN;
    }
    return value.map(v -> data(pump.setRate(new Rate(v, unit.get())))).orElse(OUT_OF_RANGE);
  }

  private String volume(String text) {
    NeSettings settings = pump.settings();
    if (text.isEmpty()) {
      return NeNumberWire.format(settings.volume) + settings.volumeUnit;
    }
    Optional<VolumeUnit> unit = find(VolumeUnit.class, text);
    if (unit.isPresent()) {
      return data(pump.setVolumeUnit(unit.get()));
    }
    return number(text).map(value -> data(pump.setVolume(value))).orElse(refusal(text));
  }

  private String direction(String text) {
    return switch (text) {
      case "" -> pump.settings().direction.name();
      case "INF" -> data(pump.setDirection(Direction.INF));
      case "WDR" -> data(pump.setDirection(Direction.WDR));
      case "REV" -> data(pump.setDirection(pump.settings().direction.reversed()));
      default -> UNKNOWN;
    };
  }

  private String dispensed() {
    VolumeUnit unit = pump.settings().volumeUnit;
    return "I"
        + NeNumberWire.format(unit.in(pump.counters().infused()))
        + "W"
        + NeNumberWire.format(unit.in(pump.counters().withdrawn()))
        + unit;
  }

  private String clearDispensed(String text) {
    return find(Direction.class, text)
        .map(direction -> data(pump.clearDispensed(direction)))
        .orElse(UNKNOWN);
  }

  private String safeMode(String text) {
    if (text.isEmpty()) {
      return Integer.toString(link.watchdogSeconds);
    }
    if (!text.matches("\\d{1,4}")) {
      return UNKNOWN;
    }
    int seconds = Integer.parseInt(text);
    if (seconds > NeLinkWire.WATCHDOG_SECONDS_MAX) {
      return OUT_OF_RANGE;
    }
    link.watchdogSeconds = seconds;
    return "";
  }

  private String keep(String name, String text) {
    if (text.isEmpty()) {
      return kept.getOrDefault(name, "AL".equals(name) ? "1" : "0");
    }
    if (!text.matches("[01]\\d*")) {
      return NeNumberWire.isNumber(text) ? OUT_OF_RANGE : UNKNOWN;
    }
    kept.put(name, text);
    switch (name) {
      case "LOC" -> pump.settings().locked = text.startsWith("1");
      case "PF" -> pump.settings().powerFailResume = text.startsWith("1");
      default -> {}
    }
    return "";
  }

  private String keepWord(String name, String text) {
    if (text.isEmpty()) {
      return kept.getOrDefault(name, "FT");
    }
    kept.put(name, text);
    return "";
  }

  private String phaseNumber(String text) {
    if (text.isEmpty()) {
      return "1";
    }
    if (!NeNumberWire.isNumber(text)) {
      return UNKNOWN;
    }
    return "1".equals(text) ? "" : OUT_OF_RANGE;
  }

  private static String function(String text) {
    return switch (text) {
      case "" -> "RAT";
      case "RAT" -> "";
      default -> OUT_OF_RANGE;
    };
  }

  private String address(String text) {
    if (text.isEmpty()) {
      return Integer.toString(link.address);
    }
    Matcher parts = ADDRESS_AND_BAUD.matcher(text);
    if (!parts.matches()) {
      return UNKNOWN;
    }
    int address =
        parts.group(1).length() > 2 ? Integer.MAX_VALUE : Integer.parseInt(parts.group(1));
    int baud = parts.group(2) == null ? link.baud : Integer.parseInt(parts.group(2));
    if (address > NeLinkWire.ADDRESS_MAX || !BAUDS.contains(baud)) {
      return OUT_OF_RANGE;
    }
    link.address = address;
    link.baud = baud;
    return "";
  }

  private String reset(String text) {
    if (!text.isEmpty()) {
      return UNKNOWN;
    }
    pump.reset();
    link.reset();
    kept.clear();
    return "";
  }

  private static Optional<BigDecimal> number(String text) {
    return NeNumberWire.parse(text);
  }

  private static String refusal(String text) {
    return NeNumberWire.isNumber(text) ? OUT_OF_RANGE : UNKNOWN;
  }

  private static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
