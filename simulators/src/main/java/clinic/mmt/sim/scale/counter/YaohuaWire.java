package clinic.mmt.sim.scale.counter;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.scale.Balance;
import clinic.mmt.sim.scale.ScaleWire;
import clinic.mmt.sim.scale.Weight;
import java.nio.charset.StandardCharsets;

/** Yaohua XK3190: it only sends, whatever it hears, and never says whether it is at rest. */
public final class YaohuaWire extends ScaleWire {

  private static final long STREAM_NANOS = 100_000_000;
  private static final int CHARACTERS = 7;
  private static final int CHECKED = 11;

  private final Form form;

  /** What is sent. */
  public enum Form {
    /** 15 bytes with a check. */
    A12,
    /** {@code =} and digits. */
    A23P,
    /** {@code =} and digits, the last first. */
    A23P_REVERSED
  }

  /** A wire of this balance. */
  public YaohuaWire(Balance balance, Outlet outlet, Form form) {
    super(balance, outlet);
    this.form = form;
    stream(STREAM_NANOS);
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    heard(bytes, "not understood");
  }

  @Override
  protected void sendStreamed() {
    switch (balance().read()) {
      case Weight.Shown shown -> send(frame(shown.net()));
      case Weight.Overload overload -> send(tooMuch());
      case Weight.Underload underload -> send(tooMuch());
    }
  }

  private String frame(Mass net) {
    String number = number(net);
    return switch (form) {
      case A12 -> {
        String kind = balance().tare().equals(Mass.ZERO) ? "WG" : "WN";
        yield checked(kind + number + "kg");
      }
      case A23P -> "=" + number;
      case A23P_REVERSED -> "=" + new StringBuilder(number).reverse();
    };
  }

  private String tooMuch() {
    return form == Form.A12 ? checked("         OL") : "";
  }

  /** Seven characters with leading zeros, the minus first. */
  private String number(Mass net) {
    String digits = kilograms(magnitude(net));
    String minus = net.micrograms() < 0 ? "-" : "";
    int width = CHARACTERS - minus.length();
    return minus + ("%" + width + "s").formatted(digits).replace(' ', '0');
  }

  private static String checked(String text) {
    int xor = 0;
    for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
      xor ^= each;
    }
    return text + "%02X\r\n".formatted(xor);
  }

  /** Where there is a check, it is wrong. */
  @Override
  public byte[] withBadChecksum(byte[] frame) {
    if (form != Form.A12) {
      return super.withBadChecksum(frame);
    }
    byte[] spoiled = frame.clone();
    spoiled[CHECKED] = (byte) (spoiled[CHECKED] == '0' ? '1' : '0');
    return spoiled;
  }
}
