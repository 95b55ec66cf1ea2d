package clinic.mmt.device.token.qrcdc;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.exchange.PortDevice;
import clinic.mmt.device.exchange.Silence;
import clinic.mmt.device.link.Link;
import java.util.Optional;
import java.util.function.Consumer;

/** A QR or barcode scanner that shows itself as a serial port; it is never asked anything. */
public final class QrCdcScanner extends PortDevice<Scanned> implements TokenReader {

  private static final DeviceIdentity UNNAMED =
      new DeviceIdentity("QR scanner", "unknown", Optional.empty());

  /** A scanner sends a code in one go; without a suffix this much silence is its end. */
  private static final long SILENCE_MILLIS = 80;

  /**
   * With a suffix, what has none by then will have none: a text that was cut off must not be joined
   * with the next reading. A scanner reads a code again after half a second or more.
   */
  private static final long CUT_OFF_MILLIS = 300;

  private final boolean suffix;
  private Repeats repeats = new Repeats.Nothing();
  private volatile Consumer<Token> listener = ignored -> {};
  private volatile Consumer<Fault> unreadable = ignored -> {};

  private QrCdcScanner(String name, Link link, boolean suffix) {
    super(name, link, Scanned.PROTOCOL);
    this.suffix = suffix;
  }

  /**
   * Opens the scanner called {@code name}; {@code suffix}: it ends each code with CR, LF or both.
   */
  public static QrCdcScanner open(String name, Link link, boolean suffix) {
    QrCdcScanner scanner = new QrCdcScanner(name, link, suffix);
    scanner.start();
    return scanner;
  }

  @Override
  protected void up() {
    Silence<Scanned> silence =
        suffix
            ? new Silence<>(CUT_OFF_MILLIS, cut -> unsolicited(new Scanned.Unreadable("cut off")))
            : new Silence<>(SILENCE_MILLIS, text -> unsolicited(Scanned.read(text)));
    port().keepAlive(0, silence);
  }

  @Override
  protected void unsolicited(Scanned scanned) {
    switch (scanned) {
      case Scanned.Code(Token token) -> {
        Repeats.Step step = Repeats.read(repeats, token, System.nanoTime());
        repeats = step.next();
        if (step.presented()) {
          listener.accept(token);
        }
      }
      case Scanned.Unreadable(String reason) ->
          unreadable.accept(new Fault.BadFrame("scan", "•••", reason));
    }
  }

  /** The scanner is never asked; an answer only says that the port is there. */
  @Override
  public void identify(Consumer<Answer<DeviceIdentity>> reply) {
    port().submit("identify", line -> UNNAMED, reply);
  }

  @Override
  public void onToken(Consumer<Token> newListener) {
    listener = newListener;
  }

  @Override
  public void onUnreadable(Consumer<Fault> newListener) {
    unreadable = newListener;
  }
}
