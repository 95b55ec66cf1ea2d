package clinic.mmt.device.token.rdm6300;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.exchange.PortDevice;
import clinic.mmt.device.link.Link;
import java.util.Optional;
import java.util.function.Consumer;

/** An RDM6300, RDM630, EM-18 or ID-12LA: it says card numbers and can't be asked anything. */
public final class Rdm6300Reader extends PortDevice<CardRead> implements TokenReader {

  private static final DeviceIdentity UNNAMED =
      new DeviceIdentity("EM4100 reader", "unknown", Optional.empty());

  private Presentation presentation = new Presentation.Nothing();
  private volatile Consumer<Token> listener = ignored -> {};

  private Rdm6300Reader(String name, Link link) {
    super(name, link, CardRead.PROTOCOL);
  }

  /** Opens the reader called {@code name}; returns at once. */
  public static Rdm6300Reader open(String name, Link link) {
    Rdm6300Reader reader = new Rdm6300Reader(name, link);
    reader.start();
    return reader;
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
    port().submit("identify", line -> UNNAMED, reply);
  }

  @Override
  public void onToken(Consumer<Token> newListener) {
    listener = newListener;
  }
}
