package clinic.mmt.sim.pump.reglo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What new Masterflex drives understand otherwise than the Reglo ICC. */
final class MasterflexCommandsWire {

  /** Not in serial mode. */
  static final String DISABLED = "~";

  private final RegloPump pump;
  private boolean enabled;

  MasterflexCommandsWire(RegloPump pump) {
    this.pump = pump;
  }

  /** The answer to a command without its address; empty if it is as for the Reglo ICC. */
  Optional<String> execute(int address, String command) {
    if (command.matches("RE[01]")) {
      enabled = command.endsWith("1");
      return Optional.of(RegloCommandsWire.OK);
    }
    if (!enabled) {
      return Optional.of(DISABLED);
    }
    Channel drive = pump.channels().getFirst();
    Settings settings = drive.settings();
    return Optional.ofNullable(
        switch (command) {
          case "RC" -> address + "," + (drive.isOn() ? 1 : 0) + "," + (settings.clockwise ? 0 : 1);
          case "S" -> decimal(settings.speed * 1000L / Settings.FASTEST, 1);
          case "R" -> decimal(settings.speed, 2);
          case ":" -> decimal(drive.totals().trip().microlitres(), 3) + " mL";
          case "RA" -> "0";
          case "RB" -> Long.toString(drive.totals().turns());
          case "\"" -> "0/" + settings.cycles;
          default -> setSpeed(settings, command);
        });
  }

  private static String decimal(long value, int places) {
    return BigDecimal.valueOf(value, places).setScale(places, RoundingMode.UNNECESSARY).toString();
  }

  /** S in tenths of a per cent of the fastest, R in hundredths of a turn a minute. */
  private static @Nullable String setSpeed(Settings settings, String command) {
    if (!command.matches("S\\d{5}|R\\d{6}")) {
      return null;
    }
    int value = Integer.parseInt(command.substring(1));
    int speed = command.startsWith("S") ? value * (Settings.FASTEST / 1000) : value;
    if (speed > Settings.FASTEST) {
      return RegloCommandsWire.FAILED;
    }
    settings.speed = speed;
    return RegloCommandsWire.OK;
  }

  /** The drive is back at its keys. */
  void disable() {
    enabled = false;
  }

  /** Every answer is a line here, status characters too. */
  static String line(String answer) {
    return String.format(Locale.ROOT, "%s\r\n", answer.strip());
  }
}
