package clinic.mmt.sim.scale.ohaus;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.scale.Balance;
import clinic.mmt.sim.scale.CommandLineWire;
import clinic.mmt.sim.scale.Outcome;
import clinic.mmt.sim.scale.ScaleWire;
import clinic.mmt.sim.scale.Weight;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ohaus ASCII commands. */
public final class OhausWire extends ScaleWire {

  private static final long STABILITY_NANOS_MAX = 40_000_000_000L;
  private static final long CONTINUOUS_NANOS = 200_000_000;
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final Pattern PRESET = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)T");
  private static final Pattern INTERVAL = Pattern.compile("([1-9][0-9]{0,3})P");

  private final OhausSettingsWire settings;
  private final CommandLineWire lines = new CommandLineWire();
  private boolean answersOk = true;
  private boolean on = true;

  /** A wire of this balance. */
  public OhausWire(Balance balance, Outlet outlet, OhausSettingsWire settings) {
    super(balance, outlet);
    this.settings = settings;
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    for (byte next : bytes) {
      lines.accept(next).ifPresent(this::handle);
    }
  }

  private void handle(CommandLineWire.Command command) {
    heard(command.raw().array(), command.text());
    if (command.tooLong() || (!on && !command.text().equals("ON"))) {
      sendLine("ES");
    } else {
      execute(command.text());
    }
  }

  private void execute(String text) {
    switch (text) {
      case "IP", "P" -> sendStreamed();
      case "SP" -> whenStable(new Wish(STABILITY_NANOS_MAX, this::sendStreamed, this::no));
      case "CP" -> streamFrom(CONTINUOUS_NANOS);
      case "0P" -> streamFrom(0);
      case "Z" -> atRest(balance()::setZero);
      case "T" -> atRest(balance()::setTare);
      case "PT" -> sendLine(weight(balance().tare(), " ", "PT"));
      case "ON" -> {
        on = true;
        ok();
      }
      case "OFF" -> {
        ok();
        on = false;
        stream(0);
        cancelWish();
      }
      case "1U", "1M", "0FMT", "1FMT" -> ok();
      case "0RL" -> {
        ok();
        answersOk = false;
      }
      case "1RL" -> {
        answersOk = true;
        ok();
      }
      case "PSN" ->
          sendLine((settings.labelled() ? "Serial Number: " : "") + balance().model().serial());
      case "PV", "V" -> sendLine("Scout Pro Sr 1.10");
      default -> withNumber(text);
    }
  }

  private void withNumber(String text) {
    Matcher interval = INTERVAL.matcher(text);
    Matcher preset = PRESET.matcher(text);
    if (interval.matches()) {
      streamFrom(Long.parseLong(interval.group(1)) * SECOND_NANOS);
    } else if (preset.matches()
        && balance()
            .presetTare(new Mass(new BigDecimal(preset.group(1)).movePointRight(6).longValue()))) {
      ok();
    } else {
      no();
    }
  }

  private void streamFrom(long everyNanos) {
    stream(everyNanos);
    ok();
  }

  private interface Action {
    Outcome run();
  }

  private void atRest(Action action) {
    whenStable(
        new Wish(
            STABILITY_NANOS_MAX,
            () -> {
              if (action.run() == Outcome.DONE) {
                ok();
              } else {
                no();
              }
            },
            this::no));
  }

  private void ok() {
    if (answersOk) {
      sendLine("OK!");
    }
  }

  private void no() {
    sendLine("ES");
  }

  @Override
  protected void sendStreamed() {
    if (balance().error().isPresent()) {
      sendLine("Err " + balance().error().getAsLong());
      return;
    }
    sendLine(
        switch (balance().read()) {
          case Weight.Shown shown ->
              weight(
                  shown.net(),
                  shown.stable() ? " " : "?",
                  balance().tare().equals(Mass.ZERO) ? "G" : "N");
          case Weight.Overload overload -> "OVERLOAD";
          case Weight.Underload underload -> "UNDERLOAD";
        });
  }

  private String weight(Mass mass, String stability, String legend) {
    String number = (mass.micrograms() < 0 ? "-" : "") + grams(magnitude(mass));
    String padded = " ".repeat(Math.max(0, settings.width() - number.length())) + number + " g";
    if (settings.old()) {
      return padded + (stability.isBlank() ? "" : " " + stability);
    }
    return padded + " " + stability + " " + legend;
  }

  @Override
  public void powerOff() {
    super.powerOff();
    lines.discard();
    stream(0);
  }

  @Override
  public void powerOn() {
    on = true;
    answersOk = true;
  }
}
