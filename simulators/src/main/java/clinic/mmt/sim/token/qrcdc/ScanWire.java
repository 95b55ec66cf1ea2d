package clinic.mmt.sim.token.qrcdc;

import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A scanner's line: the text of a code in UTF-8, then its suffix; takes nothing. */
public final class ScanWire implements Wire {

  /** A code that stays before the window is read again after so long. */
  static final long AGAIN_NANOS = 700_000_000;

  /** USB has no speed; this is that of an RS-232 model. */
  private static final int BAUD = 115_200;

  private static final String AIM_QR = "]Q1";

  private final CodeScanner scanner;
  private final Settings settings;
  private final Outlet outlet;
  private Optional<String> last = Optional.empty();
  private long sinceLastNanos;

  /**
   * How the scanner was set up.
   *
   * @param suffix after each text
   * @param aim whether the AIM id of a QR code goes before it
   */
  public record Settings(String suffix, boolean aim) {}

  /** A line from this scanner. */
  public ScanWire(CodeScanner scanner, Settings settings, Outlet outlet) {
    this.scanner = scanner;
    this.settings = settings;
    this.outlet = outlet;
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    outlet.heard(bytes, "ignored: the scanner only speaks");
  }

  @Override
  public void tick(long realNanos) {
    sinceLastNanos += realNanos;
    Optional<String> code = scanner.code();
    boolean due = !code.equals(last) || sinceLastNanos >= AGAIN_NANOS;
    if (due && !outlet.isBusy()) {
      last = code;
      sinceLastNanos = 0;
      code.ifPresent(text -> outlet.send(frame(text), text));
    }
  }

  private byte[] frame(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (scanner.isOtherCodePage()) {
      // No text in UTF-8 has these two.
      bytes.write(0xC3);
      bytes.write(0x28);
    }
    bytes.writeBytes((settings.aim() ? AIM_QR + text : text).getBytes(StandardCharsets.UTF_8));
    String suffix = scanner.isSuffixLost() ? "" : settings.suffix();
    bytes.writeBytes(suffix.getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }

  @Override
  public void powerOff() {
    last = Optional.empty();
  }

  @Override
  public void powerOn() {
    last = Optional.empty();
  }

  @Override
  public void swap() {
    powerOff();
  }

  @Override
  public int baud() {
    return BAUD;
  }

  /** There is no check: one character becomes another. */
  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    int middle = spoiled.length / 2;
    spoiled[middle] = (byte) (spoiled[middle] ^ 1);
    return spoiled;
  }

  /** A scan has no address. */
  @Override
  public byte[] withWrongAddress(byte[] frame) {
    return frame;
  }
}
