package clinic.mmt.device.scale.host;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.PortDevice;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.exchange.WriteMark;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.Link;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scale whose tare is kept by the host: the scale is never tared, the driver takes the cup off
 * what the scale shows. A scale that loses its power then shows too little and never too much, and
 * one whose line was lost is known to have no tare.
 *
 * @param <M> the protocol's messages
 */
public abstract class HostTaredScale<M extends Message> extends PortDevice<M> implements Scale {

  private static final long ZERO_MILLIS_MAX = 6_000;
  private static final long POLL_MILLIS = 150;
  private static final long DRAIN_MILLIS = 150;
  private static final long STABLE_MILLIS_MAX = 42_000;
  private static final int EQUAL_WEIGHTS = 3;

  /** The coarsest step that can verify a dose. */
  private static final Mass STEP_MOST = Mass.ofMilligrams(10);

  private volatile Mass resolution;
  private volatile @Nullable Mass tare;
  private Optional<Fault> refused = Optional.empty();
  private boolean greeted;

  /** {@code resolution} holds until the first weight shows the scale's own. */
  protected HostTaredScale(String name, Link link, Protocol<M> protocol, Mass resolution) {
    super(name, link, protocol);
    this.resolution = resolution;
  }

  // What each protocol does in its own way

  /** The weight now. */
  protected abstract Gross now(Line<M> line) throws FaultException;

  /** The next stable weight, at most the scale's own limit. */
  protected abstract Gross stable(Line<M> line) throws FaultException;

  /** The bytes that set zero; empty when the scale takes no command. */
  protected abstract Optional<Outgoing> zeroing();

  /** Who the scale is. */
  protected abstract DeviceIdentity who(Line<M> line) throws FaultException;

  /** What ends a stream of the scale, sent before the first question; empty for none. */
  protected abstract Optional<Outgoing> greeting();

  /** Whether this message refuses a zeroing, and how. */
  protected abstract Optional<Fault> refusal(M message);

  // Shared by them

  /** A command as bytes. */
  protected static Outgoing outgoing(String command, Octets bytes) {
    return new Outgoing(command, bytes, false);
  }

  /** A question with what is taken for its answer. */
  protected static <M extends Message, R> Request<M, R> request(
      Outgoing frame, Timing timing, Function<M, Optional<R>> reading) {
    return new Request<>(frame, timing, reading);
  }

  /** One weighing. */
  @FunctionalInterface
  protected interface Weighing<M extends Message> {
    /** The weight. */
    Gross next(Line<M> line) throws FaultException;
  }

  /**
   * Weighs again and again until a weight came so often in a row, always marked as stable. A weight
   * in steps that are too coarse for a dose is none.
   */
  protected static <M extends Message> Gross steady(Line<M> line, Weighing<M> weighing)
      throws FaultException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STABLE_MILLIS_MAX);
    Gross last = weighing.next(line);
    int equal = 1;
    while (!(last.stable() && equal >= EQUAL_WEIGHTS) && System.nanoTime() - deadline < 0) {
      Gross gross = weighing.next(line);
      equal = gross.equals(last) ? equal + 1 : 1;
      last = gross;
    }
    if (last.step().isMoreThan(STEP_MOST)) {
      throw new FaultException(
          new Fault.NotPermitted("stable weight", "its steps are too coarse for a dose"));
    }
    if (equal < EQUAL_WEIGHTS) {
      throw new FaultException(new Fault.NotStable("stable weight"));
    }
    return last;
  }

  /** The value of an answer that may also be a fault. */
  protected static <R> R good(Answer<R> answer) throws FaultException {
    return switch (answer) {
      case Answer.Ok<R>(R value) -> value;
      case Answer.Failed<R>(Fault fault) -> throw new FaultException(fault);
    };
  }

  @Override
  protected void down() {
    greeted = false;
    tare = null;
  }

  /** While zero is set, a "no" comes without having been asked for. */
  @Override
  protected void unsolicited(M message) {
    refused = refusal(message).or(() -> refused);
  }

  /** Ends a stream and half a command; whatever is said to that answers nothing. */
  private void greet(Line<M> line) throws FaultException {
    Optional<Outgoing> frame = greeting();
    if (!greeted && frame.isPresent()) {
      line.send(frame.get(), new WriteMark());
      line.pause(DRAIN_MILLIS);
    }
    greeted = true;
  }

  private ScaleReading net(Gross gross) {
    resolution = gross.step();
    Mass cup = tare;
    Mass net = cup == null ? gross.mass() : gross.mass().minus(cup);
    return new ScaleReading(net, gross.stable());
  }

  private ScaleReading readNow(Line<M> line) throws FaultException {
    greet(line);
    return net(now(line));
  }

  private Gross stableNow(Line<M> line) throws FaultException {
    greet(line);
    Gross gross = stable(line);
    if (!gross.stable()) {
      throw new FaultException(new Fault.NotStable("stable weight"));
    }
    return gross;
  }

  private ScaleReading tareNow(Line<M> line) throws FaultException {
    Gross gross = stableNow(line);
    resolution = gross.step();
    tare = gross.mass();
    return new ScaleReading(gross.mass(), true);
  }

  /** No answer says that zero was set, or not on every model: the weight does. */
  private Boolean zeroNow(Line<M> line) throws FaultException {
    greet(line);
    Outgoing frame =
        zeroing()
            .orElseThrow(
                () ->
                    new FaultException(
                        new Fault.NotPermitted(
                            "zero", "this scale takes no commands: press its zero key")));
    refused = Optional.empty();
    line.send(frame, new WriteMark());
    line.pause(2 * DRAIN_MILLIS);
    if (refused.isPresent()) {
      throw new FaultException(refused.get());
    }
    tare = null;
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ZERO_MILLIS_MAX);
    Gross shown = now(line);
    while (!isZero(shown) && System.nanoTime() - deadline < 0) {
      line.pause(POLL_MILLIS);
      shown = now(line);
    }
    if (!isZero(shown)) {
      throw new FaultException(
          shown.stable()
              ? new Fault.Refused(frame.command(), "the scale does not show zero")
              : new Fault.NotStable(frame.command()));
    }
    return true;
  }

  private static boolean isZero(Gross shown) {
    return shown.stable() && !shown.mass().magnitude().isMoreThan(shown.step());
  }

  /** Whether nothing usable was said, in time. */
  protected static boolean isSilence(Fault fault) {
    return fault instanceof Fault.NoAnswer || fault instanceof Fault.BadFrame;
  }

  // Public operations

  @Override
  public final Mass resolution() {
    return resolution;
  }

  @Override
  public final void identify(Consumer<Answer<DeviceIdentity>> reply) {
    port()
        .submit(
            "identify",
            line -> {
              greet(line);
              return who(line);
            },
            reply);
  }

  @Override
  public final void zero(Consumer<Answer<Void>> reply) {
    port().submit("zero", this::zeroNow, done -> reply.accept(empty(done)));
  }

  @Override
  public final void tare(Consumer<Answer<ScaleReading>> reply) {
    port().submit("tare", this::tareNow, reply);
  }

  /** Held since it was taken, if the line was not lost since. */
  @Override
  public final void readTare(Consumer<Answer<Mass>> reply) {
    Mass held = tare;
    reply.accept(
        held == null
            ? Answer.failed(new Fault.NotPermitted("tare", "no cup was tared since the line came"))
            : Answer.ok(held));
  }

  @Override
  public final void clearTare(Consumer<Answer<Void>> reply) {
    port()
        .submit(
            "clear tare",
            line -> {
              tare = null;
              return true;
            },
            done -> reply.accept(empty(done)));
  }

  @Override
  public final void read(Consumer<Answer<ScaleReading>> reply) {
    port().submit("weight", this::readNow, reply);
  }

  @Override
  public final void readStable(Consumer<Answer<ScaleReading>> reply) {
    port().submit("stable weight", line -> net(stableNow(line)), reply);
  }

  /** The one value of Void is null. */
  @SuppressWarnings("NullAway")
  private static Answer<Void> empty(Answer<Boolean> done) {
    return done.map(ignored -> null);
  }
}
