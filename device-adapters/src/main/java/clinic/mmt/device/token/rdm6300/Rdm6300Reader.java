package clinic.mmt.device.token.rdm6300;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.exchange.PortDevice;
import clinic.mmt.device.exchange.Silence;
import clinic.mmt.device.link.Link;
import java.util.Optional;
import java.util.function.Consumer;

/** An RDM6300, RDM630, EM-18 or ID-12LA: it says card numbers and can't be asked anything. */
public final class Rdm6300Reader extends PortDevice<CardRead> implements TokenReader {

  /** Digits come within 15 ms; what has no end by then will have none. */
  private static final long SILENCE_MILLIS = 100;

  private final Rdm6300Options options;
  private Presentation presentation = new Presentation.Nothing();
  private volatile Consumer<Token> listener = ignored -> {};

  private Rdm6300Reader(String name, Link link, Rdm6300Options options) {
    super(name, link, options.bare() ? CardRead.BARE : CardRead.FRAMED);
    this.options = options;
  }

  /** Opens the reader called {@code name}; returns at once. */
  public static Rdm6300Reader open(String name, Link link, Rdm6300Options options) {
    Rdm6300Reader reader = new Rdm6300Reader(name, link, options);
    reader.start();
    return reader;
  }

  /** Without start and end the rest of a broken number must not join the next. */
  @Override
  protected void up() {
    if (options.bare()) {
      port().keepAlive(0, new Silence<>(SILENCE_MILLIS, broken -> {}));
    }
  }

  @Override
  protected void unsolicited(CardRead card) {
    Presentation.Step step = Presentation.read(presentation, card.token(), System.nanoTime());
    presentation = step.next();
    if (step.presented()) {
      listener.accept(card.token());
    }
  }

  /** The protocol has no identity; an answer only says that the port is there. */
  @Override
  public void identify(Consumer<Answer<DeviceIdentity>> reply) {
    DeviceIdentity unnamed = new DeviceIdentity(options.model(), "unknown", Optional.empty());
    port().submit("identify", line -> unnamed, reply);
  }

  @Override
  public void onToken(Consumer<Token> newListener) {
    listener = newListener;
  }
}
