package clinic.mmt.sim.scale.sartorius;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.scale.Balance;
import clinic.mmt.sim.scale.Outcome;
import clinic.mmt.sim.scale.ScaleWire;
import clinic.mmt.sim.scale.Weight;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Sartorius SBI: ESC and a command; what is printed has 22 or 16 characters. */
public final class SbiWire extends ScaleWire {

  private static final long STABILITY_NANOS_MAX = 10_000_000_000L;
  private static final byte ESC = 0x1B;
  private static final int COMMAND_MAX = 6;
  private static final int CONTENT = 14;

  private final SbiSettingsWire settings;
  private final ByteArrayOutputStream command = new ByteArrayOutputStream();
  private boolean escaped;

  /** A wire of this balance. */
  public SbiWire(Balance balance, Outlet outlet, SbiSettingsWire settings) {
    super(balance, outlet);
    this.settings = settings;
  }

  /** What stands outside an escaped command is nothing, as is CR LF after one. */
  @Override
  public void receive(byte[] bytes, long atNanos) {
    for (byte next : bytes) {
      if (next == ESC) {
        escaped = true;
        command.reset();
      } else if (escaped) {
        command.write(next);
        String text = command.toString(StandardCharsets.ISO_8859_1);
        if (isWhole(text)) {
          escaped = false;
          heard(("\u001b" + text).getBytes(StandardCharsets.ISO_8859_1), "ESC " + text);
          execute(text);
        } else if (text.length() >= COMMAND_MAX || next <= ' ') {
          escaped = false;
        }
      }
    }
  }

  /** A letter alone, or a small one and what follows up to the underline. */
  private static boolean isWhole(String text) {
    return text.matches("[A-Z]|[a-z][0-9A-Za-z]{1,4}_");
  }

  private void execute(String text) {
    switch (text) {
      case "P", "kP_" -> print();
      case "T" -> whenAtRest(this::zeroOrTare);
      case "U", "f4_" -> whenAtRest(balance()::setTare);
      case "V", "f3_" -> whenAtRest(balance()::setZero);
      case "s3_" -> cancelWish();
      case "S" -> {
        balance().powerOff();
        balance().powerOn();
        powerOff();
      }
      case "x1_" -> sendLine("BCE602-1S");
      case "x2_" -> sendLine(balance().model().serial());
      case "x3_" -> sendLine("00-39-12.01.03");
      case "x4_" -> sendLine("01-62-05.00.01");
      default -> {} // keys, beep, filters, adjustment and what is unknown: no answer
    }
  }

  private void whenAtRest(Runnable action) {
    whenStable(new Wish(STABILITY_NANOS_MAX, action, () -> {}));
  }

  private void zeroOrTare() {
    if (balance().setZero() != Outcome.DONE) {
      balance().setTare();
    }
  }

  private void print() {
    if (settings.printsAtRest()) {
      whenStable(new Wish(STABILITY_NANOS_MAX, this::sendStreamed, () -> {}));
    } else {
      sendStreamed();
    }
  }

  @Override
  protected void sendStreamed() {
    if (balance().error().isPresent()) {
      long code = balance().error().getAsLong();
      sendSpecial((settings.chars() == 16 ? "   Err %03d" : "   ERR %03d").formatted(code));
      return;
    }
    switch (balance().read()) {
      case Weight.Shown shown -> sendLine(id() + weight(shown));
      case Weight.Overload overload -> sendSpecial("      High");
      case Weight.Underload underload -> sendSpecial("      Low");
    }
  }

  private String id() {
    if (settings.chars() == 16) {
      return "";
    }
    boolean gross = settings.tellsGross() && balance().tare().equals(Mass.ZERO);
    return gross ? "G     " : "N     ";
  }

  private String weight(Weight.Shown shown) {
    String sign = shown.net().micrograms() == 0 ? " " : sign(shown.net());
    return "%s %8s %-3s".formatted(sign, grams(magnitude(shown.net())), shown.stable() ? "g" : "");
  }

  private void sendSpecial(String text) {
    String padded = text + " ".repeat(CONTENT - text.length());
    sendLine(settings.chars() == 16 ? padded : "Stat  " + padded);
  }

  @Override
  public void powerOff() {
    super.powerOff();
    escaped = false;
    command.reset();
  }
}
