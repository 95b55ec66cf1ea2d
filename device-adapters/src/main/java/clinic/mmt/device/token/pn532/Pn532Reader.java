package clinic.mmt.device.token.pn532;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.PortDevice;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.exchange.WriteMark;
import clinic.mmt.device.frame.HsuFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.token.pn532.Pn532Answer.Response;
import clinic.mmt.device.token.pn532.Pn532Answer.SyntaxError;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PN532 on its UART: looks for a card of ISO 14443-A five times a second and says its number once
 * a presentation. The number is an identifier that can be copied; it proves nothing.
 */
public final class Pn532Reader extends PortDevice<Pn532Answer> implements TokenReader {

  private static final int IC = 0x32;
  private static final long POLL_MILLIS = 200;
  private static final long AGAIN_MILLIS = 1000;

  /** Every command the driver uses may be sent again: they ask, or set the same value. */
  private static final Timing TIMING = new Timing(500, 2);

  private static final Octets NORMAL_MODE = Octets.of(0x01);

  /** Item 5: activation for ever, one attribute request, two looks for a passive target. */
  private static final Octets TWO_LOOKS = Octets.of(0x05, 0xFF, 0x01, 0x02);

  /** One target, 106 kbit/s type A. */
  private static final Octets ONE_TYPE_A = Octets.of(0x01, 0x00);

  private static final Octets ALL = Octets.of(0x00);
  private static final String RANDOM = "random";

  private Field field = new Field.Empty();
  private boolean ready;
  private volatile Consumer<Token> listener = ignored -> {};
  private volatile Consumer<Fault> unreadable = ignored -> {};

  private Pn532Reader(String name, Link link) {
    super(name, link, Pn532Answer.PROTOCOL);
  }

  /** Opens the reader called {@code name}; returns at once. */
  public static Pn532Reader open(String name, Link link) {
    Pn532Reader reader = new Pn532Reader(name, link);
    reader.start();
    return reader;
  }

  // Private exchange

  private Octets ask(Line<Pn532Answer> line, Pn532Command command, Request.Outgoing frame)
      throws FaultException {
    Request<Pn532Answer, Pn532Answer> request =
        new Request<>(frame, TIMING, answer -> answering(command, answer));
    return switch (line.ask(request)) {
      case Response(Pn532Command same, Octets data) -> data;
      case SyntaxError() -> throw new FaultException(new Fault.Refused(command.manualName(), "7F"));
      case Pn532Answer.Ack() -> throw new IllegalStateException("an ack answers nothing");
      case Pn532Answer.Nack() -> throw new IllegalStateException("a nack answers nothing");
    };
  }

  /** The acknowledgement before it only says that the frame was heard. */
  private static Optional<Pn532Answer> answering(Pn532Command command, Pn532Answer answer) {
    return switch (answer) {
      case Response response when response.command() == command -> Optional.of(response);
      case Response other -> Optional.empty();
      case SyntaxError error -> Optional.of(error);
      case Pn532Answer.Ack ack -> Optional.empty();
      case Pn532Answer.Nack nack -> Optional.empty();
    };
  }

  private Octets ask(Line<Pn532Answer> line, Pn532Command command, Octets data)
      throws FaultException {
    return ask(line, command, command.outgoing(data));
  }

  private DeviceIdentity firmware(Line<Pn532Answer> line) throws FaultException {
    Octets version = ask(line, Pn532Command.GET_FIRMWARE_VERSION, Octets.NONE);
    if (version.at(0) != IC) {
      String found = "IC %02X".formatted(version.at(0));
      throw new FaultException(new Fault.WrongDevice("GetFirmwareVersion", "IC 32", found));
    }
    return new DeviceIdentity("PN532", version.at(1) + "." + version.at(2), Optional.empty());
  }

  /** Wakes the chip, asks who it is and sets it up. */
  private DeviceIdentity setUp(Line<Pn532Answer> line) throws FaultException {
    Pn532Command sam = Pn532Command.SAM_CONFIGURATION;
    ask(line, sam, sam.waking(NORMAL_MODE));
    DeviceIdentity identity = firmware(line);
    ask(line, Pn532Command.RF_CONFIGURATION, TWO_LOOKS);
    ready = true;
    port().keepAlive(POLL_MILLIS, this::look);
    return identity;
  }

  private DeviceIdentity identifyNow(Line<Pn532Answer> line) throws FaultException {
    return ready ? firmware(line) : setUp(line);
  }

  private Boolean look(Line<Pn532Answer> line) throws FaultException {
    try {
      return lookNow(line);
    } catch (FaultException e) {
      beginAnew();
      endRunningCommand(line);
      throw e;
    }
  }

  private Boolean lookNow(Line<Pn532Answer> line) throws FaultException {
    Octets data = ask(line, Pn532Command.IN_LIST_PASSIVE_TARGET, ONE_TYPE_A);
    List<Target> targets = Target.list(data).orElse(List.of());
    for (Target target : targets) {
      tell(target);
      ask(line, Pn532Command.IN_RELEASE, ALL);
    }
    return !targets.isEmpty();
  }

  private void tell(Target target) {
    String key = target.isRandom() ? RANDOM : target.token().canonical();
    Field.Step step = Field.seen(field, key, System.nanoTime());
    field = step.next();
    if (!step.presented()) {
      return;
    }
    if (target.isRandom()) {
      unreadable.accept(
          new Fault.BadFrame("scan", "•••", "the card says another number each time"));
    } else {
      listener.accept(target.token());
    }
  }

  /** A look that got no answer may still be running. */
  private void endRunningCommand(Line<Pn532Answer> line) throws FaultException {
    line.send(new Request.Outgoing("ack", HsuFraming.ACK, false), new WriteMark());
  }

  /** After a fault the chip may have lost its power: it is woken and set up again. */
  private void beginAnew() {
    ready = false;
    port().keepAlive(AGAIN_MILLIS, this::setUp);
  }

  @Override
  protected void up() {
    ready = false;
    field = new Field.Empty();
    port().keepAlive(0, this::setUpFirst);
  }

  private DeviceIdentity setUpFirst(Line<Pn532Answer> line) throws FaultException {
    beginAnew();
    return setUp(line);
  }

  // Public operations

  @Override
  public void identify(Consumer<Answer<DeviceIdentity>> reply) {
    port().submit("identify", this::identifyNow, reply);
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
