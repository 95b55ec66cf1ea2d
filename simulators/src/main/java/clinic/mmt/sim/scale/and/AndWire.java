package clinic.mmt.sim.scale.and;

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

/** The A&amp;D standard format. */
public final class AndWire extends ScaleWire {

  private static final long STABILITY_NANOS_MAX = 10_000_000_000L;

  /** 20.83 a second, the fastest of the manual's settings: hosts often wait 0.1 s for a line. */
  private static final long STREAM_NANOS = 48_000_000;

  private static final long BETWEEN_CHARACTERS_NANOS_MAX = 1_000_000_000L;
  private static final int COMMAND_MAX = 20;
  private static final Pattern PRESET = Pattern.compile("PT:([0-9]{1,6}(?:\\.[0-9]{1,6})?) *g");

  private final AndSettingsWire settings;
  private final CommandLineWire lines = new CommandLineWire();
  private boolean displayOn = true;
  private long silentNanos;

  /** A wire of this balance. */
  public AndWire(Balance balance, Outlet outlet, AndSettingsWire settings) {
    super(balance, outlet);
    this.settings = settings;
    streamAsSet();
  }

  private void streamAsSet() {
    stream(settings.streams() ? STREAM_NANOS : 0);
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    silentNanos = 0;
    for (byte next : bytes) {
      lines.accept(next).ifPresent(this::handle);
    }
  }

  private void handle(CommandLineWire.Command command) {
    heard(command.raw().array(), command.text());
    if (command.tooLong() || command.text().length() > COMMAND_MAX) {
      error(4);
    } else if (!displayOn) {
      switch (command.text()) {
        case "ON", "P" -> switchDisplay(true);
        default -> error(2);
      }
    } else {
      execute(command.text());
    }
  }

  private void execute(String text) {
    switch (text) {
      case "Q", "SI" -> sendStreamed();
      case "S" -> whenStable(new Wish(STABILITY_NANOS_MAX, this::sendStreamed, () -> error(11)));
      case "SIR" -> stream(STREAM_NANOS);
      case "C" -> {
        cancelWish();
        streamAsSet();
        acknowledge();
      }
      case "R", "Z" -> atRest(this::zeroOrTare);
      case "T" -> atRest(() -> told(balance().setTare()));
      case "PRT" -> {
        acknowledge();
        sendStreamed();
      }
      case "U" -> acknowledge();
      case "CAL" -> atRest(this::acknowledge);
      case "ON" -> switchDisplay(true);
      case "OFF" -> switchDisplay(false);
      case "P" -> switchDisplay(false);
      case "?ID" -> sendLine("ID,LAB-0123");
      case "?SN" -> sendLine("SN," + balance().model().serial());
      case "?TN" -> sendLine("TN,FX-600i");
      case "?PT" -> sendLine("PT," + number(balance().tare()) + "  g");
      default -> presetTareOrUnknown(text);
    }
  }

  private void presetTareOrUnknown(String text) {
    Matcher preset = PRESET.matcher(text);
    if (!preset.matches()) {
      error(1);
    } else if (balance()
        .presetTare(new Mass(new BigDecimal(preset.group(1)).movePointRight(6).longValue()))) {
      acknowledge();
    } else {
      error(7);
    }
  }

  /** Received, and later done or not. */
  private void atRest(Runnable action) {
    if (isWaiting()) {
      error(2);
      return;
    }
    acknowledge();
    whenStable(new Wish(STABILITY_NANOS_MAX, action, () -> error(11)));
  }

  private void zeroOrTare() {
    Outcome zeroed = balance().setZero();
    told(zeroed == Outcome.ABOVE_RANGE ? balance().setTare() : zeroed);
  }

  private void told(Outcome outcome) {
    switch (outcome) {
      case DONE -> acknowledge();
      case ABOVE_RANGE, BELOW_RANGE -> error(17);
    }
  }

  /** The display alone: zero and tare stay. */
  private void switchDisplay(boolean on) {
    displayOn = on;
    acknowledge();
    if (on) {
      streamAsSet();
      acknowledge();
    } else {
      stream(0);
    }
  }

  private void acknowledge() {
    if (settings.acknowledges()) {
      send(settings.ackWithLineEnd() ? "\u0006\r\n" : "\u0006");
    }
  }

  private void error(int code) {
    if (settings.acknowledges()) {
      sendLine("EC,E%02d".formatted(code));
    }
  }

  @Override
  protected void sendStreamed() {
    if (balance().error().isPresent()) {
      sendLine("EC,E%02d".formatted(balance().error().getAsLong()));
      return;
    }
    sendLine(
        switch (balance().read()) {
          case Weight.Shown shown -> (shown.stable() ? "ST," : "US,") + number(shown.net()) + "  g";
          case Weight.Overload overload -> "OL,+9999999E+19";
          case Weight.Underload underload -> "OL,-9999999E+19";
        });
  }

  /** A sign and eight characters with leading zeros. */
  private String number(Mass mass) {
    return sign(mass) + "%8s".formatted(grams(magnitude(mass))).replace(' ', '0');
  }

  /** A command whose characters come too slowly is forgotten. */
  @Override
  public void tick(long realNanos) {
    super.tick(realNanos);
    silentNanos += realNanos;
    if (lines.hasBegun() && silentNanos > BETWEEN_CHARACTERS_NANOS_MAX) {
      lines.discard();
      error(3);
    }
  }

  @Override
  public void powerOff() {
    super.powerOff();
    lines.discard();
  }

  @Override
  public void powerOn() {
    displayOn = true;
    streamAsSet();
  }

  /** The fastest of the menu: at the works' 2400 a stream would never catch up. */
  @Override
  public int baud() {
    return 19_200;
  }
}
