package clinic.mmt.sim.pump.ezo;

import clinic.mmt.sim.core.Volume;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands that dispense, count and calibrate. */
final class EzoCommandsWire {

  static final String OK = "*OK";
  static final String ERROR = "*ER";

  private static final BigDecimal LEAST = new BigDecimal("0.5");
  private static final BigDecimal MOST = new BigDecimal("100000");
  private static final int PICOLITRE_EXPONENT = 9;
  private static final long SECONDS_PER_MINUTE = 60;
  private static final String NUMBER = "-?\\d{1,7}(\\.\\d{1,4})?";

  private final EzoPump pump;
  private final EzoSettingsWire settings;

  EzoCommandsWire(EzoPump pump, EzoSettingsWire settings) {
    this.pump = pump;
    this.settings = settings;
  }

  /** Lines of the answer; empty if the command is not one of these. */
  Optional<List<String>> execute(String command, String[] words, long atNanos) {
    String first = words.length > 1 ? words[1] : "";
    return Optional.ofNullable(
        switch (command) {
          case "D" -> dispense(words, first, atNanos);
          case "DC" -> constant(words, first, atNanos);
          case "R" -> List.of(millilitres(pump.dispensed()), OK);
          case "X" -> stop();
          case "P" -> pause(first);
          case "TV" -> query(first, "?TV," + millilitres(pump.total()));
          case "ATV" -> query(first, "?ATV," + millilitres(pump.absoluteTotal()));
          case "CLEAR" -> done(pump::clearTotals);
          case "CAL" -> calibrate(first);
          case "INVERT" -> invert(first);
          case "DSTART" -> startAtPowerOn(first);
          default -> null;
        });
  }

  private List<String> dispense(String[] words, String first, long atNanos) {
    if ("?".equals(first)) {
      return List.of(lastOrder(), OK);
    }
    if (first.matches("-?\\*")) {
      return words.length > 2
          ? List.of(ERROR)
          : start(new Order(Volume.ZERO, !first.startsWith("-"), pump.fastest()), atNanos);
    }
    Optional<BigDecimal> volume = number(first);
    if (volume.isEmpty() || words.length > 3) {
      return List.of(ERROR);
    }
    if (volume.get().abs().compareTo(LEAST) < 0) {
      return List.of("*MINVOL", ERROR);
    }
    long picolitres = picolitres(volume.get().abs());
    long rate = pump.fastest();
    if (words.length == 3) {
      Optional<BigDecimal> minutes = number(words[2]).filter(value -> value.signum() > 0);
      if (minutes.isEmpty()) {
        return List.of(ERROR);
      }
      double seconds = minutes.get().doubleValue() * SECONDS_PER_MINUTE;
      rate = Math.max(1, Math.round(picolitres / seconds));
    }
    boolean forward = volume.get().signum() > 0;
    return start(new Order(new Volume(picolitres), forward, rate), atNanos);
  }

  private List<String> constant(String[] words, String first, long atNanos) {
    if ("?".equals(first)) {
      BigDecimal fastest = perMinute(pump.fastest()).setScale(1, RoundingMode.HALF_UP);
      return List.of("?MAXRATE," + fastest, OK);
    }
    Optional<BigDecimal> rate = number(first).filter(value -> value.signum() != 0);
    if (rate.isEmpty() || words.length != 3) {
      return List.of(ERROR);
    }
    boolean forward = rate.get().signum() > 0;
    long perSecond = picolitres(rate.get().abs()) / SECONDS_PER_MINUTE;
    if ("*".equals(words[2])) {
      return start(new Order(Volume.ZERO, forward, perSecond), atNanos);
    }
    Optional<BigDecimal> minutes = number(words[2]).filter(value -> value.signum() > 0);
    return minutes.isEmpty()
        ? List.of(ERROR)
        : start(
            new Order(
                new Volume(picolitres(rate.get().abs().multiply(minutes.get()))),
                forward,
                perSecond),
            atNanos);
  }

  private List<String> start(Order order, long atNanos) {
    if (order.picolitresPerSecond() > pump.fastest() || order.picolitresPerSecond() <= 0) {
      return List.of("*TOOFAST", ERROR);
    }
    Optional<EzoPump.News.Supply> supply = pump.supply();
    if (supply.isPresent()) {
      return List.of(told(supply.get()), ERROR);
    }
    pump.dispense(order, atNanos);
    return List.of(OK);
  }

  private String lastOrder() {
    int running = pump.isRunning() ? 1 : 0;
    Optional<Order> order = pump.order();
    if (order.isEmpty()) {
      return "?D,0.00," + running;
    }
    String sign = order.get().forward() ? "" : "-";
    String volume = order.get().isEndless() ? "*" : millilitres(order.get().volume());
    return "?D," + sign + volume + "," + running;
  }

  /** No code follows: the volume is the answer. */
  private List<String> stop() {
    Volume dispensed = pump.isRunning() ? pump.dispensed() : Volume.ZERO;
    pump.stop();
    return List.of(doneWord() + millilitres(dispensed));
  }

  private List<String> pause(String first) {
    return switch (first) {
      case "" -> done(pump::togglePause);
      case "?" -> List.of("?P," + (pump.isPaused() ? 1 : 0), OK);
      default -> List.of(ERROR);
    };
  }

  private List<String> calibrate(String first) {
    if ("?".equals(first)) {
      return List.of("?Cal," + pump.calibrated(), OK);
    }
    if ("clear".equalsIgnoreCase(first)) {
      return done(pump::clearCalibration);
    }
    boolean taken =
        number(first).filter(value -> pump.calibrate(new Volume(picolitres(value)))).isPresent();
    return List.of(taken ? OK : ERROR);
  }

  private List<String> invert(String first) {
    return switch (first) {
      case "" -> done(pump::invert);
      case "?" -> List.of("?Invert," + (pump.isInverted() ? 1 : 0), OK);
      default -> List.of(ERROR);
    };
  }

  private List<String> startAtPowerOn(String first) {
    return switch (first) {
      case "0", "1" -> done(() -> pump.startAtPowerOn("1".equals(first)));
      case "?" -> List.of("?Dstart," + (pump.startsAtPowerOn() ? 1 : 0), OK);
      default -> List.of(ERROR);
    };
  }

  /** A line told unasked. */
  String told(EzoPump.News news) {
    return switch (news) {
      case EzoPump.News.Done done ->
          doneWord() + (done.forward() ? "" : "-") + millilitres(done.volume());
      case EzoPump.News.Supply supply -> supply.high() ? "*OV" : "*UV,PUMPPWR,0.00";
    };
  }

  private String doneWord() {
    return settings.mixedWords() ? "*Done," : "*DONE,";
  }

  private static List<String> query(String first, String line) {
    return "?".equals(first) ? List.of(line, OK) : List.of(ERROR);
  }

  private static List<String> done(Runnable work) {
    work.run();
    return List.of(OK);
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches(NUMBER)
        ? Optional.of(new BigDecimal(text)).filter(value -> value.abs().compareTo(MOST) <= 0)
        : Optional.empty();
  }

  private static long picolitres(BigDecimal millilitres) {
    return millilitres.scaleByPowerOfTen(PICOLITRE_EXPONENT).longValue();
  }

  private static BigDecimal perMinute(long picolitresPerSecond) {
    return BigDecimal.valueOf(picolitresPerSecond * SECONDS_PER_MINUTE, PICOLITRE_EXPONENT);
  }

  static String millilitres(Volume volume) {
    return String.format(
        Locale.ROOT,
        "%.2f",
        BigDecimal.valueOf(volume.picolitres(), PICOLITRE_EXPONENT)
            .setScale(2, RoundingMode.HALF_UP));
  }
}
