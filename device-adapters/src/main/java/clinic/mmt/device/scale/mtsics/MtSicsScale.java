package clinic.mmt.device.scale.mtsics;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.PortDevice;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.frame.LineFraming;
import clinic.mmt.device.link.Link;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import java.util.function.Consumer;

/** A scale that speaks MT-SICS level 0 and 1. */
public final class MtSicsScale extends PortDevice<SicsReply> implements Scale {

  // Commands and their limits

  private static final Timing QUERY = new Timing(1000, 3);

  private static final Timing KERN_RESET = new Timing(1000, 1);

  /** The scale itself waits for stability, up to 40 s. */
  private static final Timing STABLE = new Timing(42_000, 1);

  /** Some KERN models want 100 ms between an answer and the next command. */
  private static final long KERN_GAP_MILLIS = 110;

  // State, on the owner's thread

  private final boolean kern;
  private boolean reset;
  private volatile Mass resolution;

  private MtSicsScale(String name, Link link, Mass resolution, boolean kern) {
    super(name, link, SicsReply.PROTOCOL);
    this.resolution = resolution;
    this.kern = kern;
  }

  /**
   * Opens the scale called {@code name}; returns at once. {@code resolution} holds until the first
   * weight shows the scale's own.
   */
  public static MtSicsScale open(String name, Link link, Mass resolution) {
    MtSicsScale scale = new MtSicsScale(name, link, resolution, false);
    scale.start();
    return scale;
  }

  /** The same for a scale that speaks KERN's near-clone of the protocol. */
  public static MtSicsScale openKern(String name, Link link, Mass resolution) {
    MtSicsScale scale = new MtSicsScale(name, link, resolution, true);
    scale.start();
    return scale;
  }

  // Faults

  private static FaultException fault(Fault fault) {
    return new FaultException(fault);
  }

  private static FaultException unexpected(String command, SicsReply reply) {
    return fault(new Fault.BadFrame(command, "", "unexpected answer: " + reply.meaning()));
  }

  /** What a status other than the good one means (H26). */
  private static FaultException refused(String command, SicsReply.Status reply) {
    return fault(
        switch (reply.status()) {
          case '+' -> new Fault.Overload(command);
          case '-' -> new Fault.Underload(command);
          case 'I' -> new Fault.NotStable(command);
          default -> new Fault.Refused(command, reply.meaning());
        });
  }

  // Private exchange

  /** A scale that says its serial number unasked was switched on: its tare is gone. */
  @Override
  protected void unsolicited(SicsReply reply) {
    if (reply instanceof SicsReply.Text text && text.id().equals("I4")) {
      port().announceRestart();
    }
  }

  @Override
  protected void down() {
    reset = false;
  }

  private static Request<SicsReply, SicsReply> request(String command, Timing timing) {
    return new Request<>(
        new Outgoing(command, LineFraming.line(command), false),
        timing,
        reply -> Optional.of(reply).filter(r -> r.answers(command)));
  }

  /** The first question on a line is a reset: it ends a stream and any command half heard. */
  private SicsReply ask(Line<SicsReply> line, String command, Timing timing) throws FaultException {
    if (!reset) {
      reset(line);
      reset = true;
    }
    if (kern) {
      line.pause(KERN_GAP_MILLIS);
    }
    SicsReply reply = line.ask(request(command, timing));
    if (reply instanceof SicsReply.Failure failure) {
      throw fault(new Fault.Refused(command, failure.meaning()));
    }
    return reply;
  }

  /**
   * Whether a KERN scale knows {@code @} is not confirmed: one that is silent to it is asked on.
   */
  private void reset(Line<SicsReply> line) throws FaultException {
    try {
      line.ask(request("@", kern ? KERN_RESET : QUERY));
    } catch (FaultException e) {
      if (!kern || !(e.fault() instanceof Fault.NoAnswer)) {
        throw e;
      }
    }
  }

  private ScaleReading weigh(Line<SicsReply> line, String command, Timing timing)
      throws FaultException {
    return switch (ask(line, command, timing)) {
      case SicsReply.Weight weight -> {
        resolution = weight.step();
        yield weight.reading();
      }
      case SicsReply.Status status -> throw refused(command, status);
      case SicsReply.Text text -> throw unexpected(command, text);
      case SicsReply.Failure failure -> throw unexpected(command, failure);
    };
  }

  private Boolean control(Line<SicsReply> line, String command, Timing timing)
      throws FaultException {
    SicsReply reply = ask(line, command, timing);
    if (!(reply instanceof SicsReply.Status status)) {
      throw unexpected(command, reply);
    }
    if (status.status() != 'A') {
      throw refused(command, status);
    }
    return true;
  }

  /** A KERN scale acknowledges {@code T} only; the tare weight is then asked for. */
  private ScaleReading tareNow(Line<SicsReply> line) throws FaultException {
    SicsReply reply = ask(line, "T", STABLE);
    if (reply instanceof SicsReply.Status status && status.status() == 'A') {
      reply = ask(line, "TA", QUERY);
    }
    return switch (reply) {
      case SicsReply.Weight weight when weight.status() != 'D' ->
          new ScaleReading(weight.mass(), true);
      case SicsReply.Weight weight -> throw fault(new Fault.NotStable("T"));
      case SicsReply.Status status -> throw refused("T", status);
      case SicsReply.Text text -> throw unexpected("T", text);
      case SicsReply.Failure failure -> throw unexpected("T", failure);
    };
  }

  private ScaleReading stableNow(Line<SicsReply> line) throws FaultException {
    ScaleReading reading = weigh(line, "S", STABLE);
    if (!reading.stable()) {
      throw fault(new Fault.NotStable("S"));
    }
    return reading;
  }

  private DeviceIdentity identifyNow(Line<SicsReply> line) throws FaultException {
    String serial = text(line, "I4");
    return new DeviceIdentity(optional(line, "I2"), optional(line, "I3"), Optional.of(serial));
  }

  private String text(Line<SicsReply> line, String command) throws FaultException {
    return switch (ask(line, command, QUERY)) {
      case SicsReply.Text text -> text.text();
      case SicsReply.Status status -> throw refused(command, status);
      case SicsReply.Weight weight -> throw unexpected(command, weight);
      case SicsReply.Failure failure -> throw unexpected(command, failure);
    };
  }

  /** Level 0 has {@code I4} everywhere; the other two are missing on some models. */
  private String optional(Line<SicsReply> line, String command) throws FaultException {
    try {
      return text(line, command);
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.Refused) {
        return "unknown";
      }
      throw e;
    }
  }

  // Public operations

  @Override
  public Mass resolution() {
    return resolution;
  }

  @Override
  public void identify(Consumer<Answer<DeviceIdentity>> reply) {
    port().submit("identify", this::identifyNow, reply);
  }

  @Override
  public void zero(Consumer<Answer<Void>> reply) {
    port().submit("Z", line -> control(line, "Z", STABLE), done -> reply.accept(empty(done)));
  }

  @Override
  public void tare(Consumer<Answer<ScaleReading>> reply) {
    port().submit("T", this::tareNow, reply);
  }

  @Override
  public void readTare(Consumer<Answer<Mass>> reply) {
    port()
        .submit(
            "TA",
            line ->
                switch (ask(line, "TA", QUERY)) {
                  case SicsReply.Weight weight -> weight.mass();
                  case SicsReply.Status status -> throw refused("TA", status);
                  case SicsReply.Text text -> throw unexpected("TA", text);
                  case SicsReply.Failure failure -> throw unexpected("TA", failure);
                },
            reply);
  }

  @Override
  public void clearTare(Consumer<Answer<Void>> reply) {
    port().submit("TAC", line -> control(line, "TAC", QUERY), done -> reply.accept(empty(done)));
  }

  @Override
  public void read(Consumer<Answer<ScaleReading>> reply) {
    port().submit("SI", line -> weigh(line, "SI", QUERY), reply);
  }

  @Override
  public void readStable(Consumer<Answer<ScaleReading>> reply) {
    port().submit("S", this::stableNow, reply);
  }

  /** The one value of Void is null. */
  @SuppressWarnings("NullAway")
  private static Answer<Void> empty(Answer<Boolean> done) {
    return done.map(ignored -> null);
  }
}
