package clinic.mmt.device.scale.and;

import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.ScaleCapabilities;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.frame.AndFraming;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.HostTaredScale;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import java.util.function.Function;

/** An A&D balance in its standard format: asked, or pushing weights by itself. */
public final class AndScale extends HostTaredScale<AndLine> {

  // Commands and their limits

  private static final Timing QUERY = new Timing(1000, 3);
  private static final Timing IDENTITY = new Timing(1000, 1);

  /** The balance itself waits for stability. */
  private static final Timing STABLE = new Timing(42_000, 1);

  private final boolean lineFeed;

  private AndScale(String name, Link link, Mass resolution, boolean lineFeed) {
    super(name, link, AndLine.protocol(lineFeed), resolution);
    this.lineFeed = lineFeed;
  }

  /**
   * Opens the balance called {@code name}; returns at once.
   *
   * @param resolution holds until the first weight shows the balance's own
   * @param lineFeed whether lines end with CR LF, or with CR alone
   */
  public static AndScale open(String name, Link link, Mass resolution, boolean lineFeed) {
    AndScale scale = new AndScale(name, link, resolution, lineFeed);
    scale.start();
    return scale;
  }

  private Outgoing command(String command) {
    return outgoing(command, AndFraming.line(command, lineFeed));
  }

  // Faults

  private static final String NOT_STABLE = "E11";

  private static Optional<Fault> fault(String command, AndLine line) {
    return switch (line) {
      case AndLine.OutOfRange range ->
          Optional.of(range.above() ? new Fault.Overload(command) : new Fault.Underload(command));
      case AndLine.Count count -> Optional.of(new Fault.Refused(command, "it counts pieces"));
      case AndLine.Failure failure ->
          Optional.of(
              failure.code().equals(NOT_STABLE)
                  ? new Fault.NotStable(command)
                  : new Fault.Refused(command, failure.meaning()));
      case AndLine.Weight weight -> Optional.empty();
      case AndLine.Text text -> Optional.empty();
      case AndLine.Taken taken -> Optional.empty();
    };
  }

  // Private exchange

  /** What answers a question for a weight: a weight, if it may be taken, or a reason for none. */
  private static Optional<AndLine> weightOrFault(AndLine line, boolean stableOnly) {
    return switch (line) {
      case AndLine.Weight weight ->
          stableOnly && !weight.gross().stable() ? Optional.empty() : Optional.of(weight);
      case AndLine.OutOfRange range -> Optional.of(range);
      case AndLine.Count count -> Optional.of(count);
      case AndLine.Failure failure -> Optional.of(failure);
      case AndLine.Text text -> Optional.empty();
      case AndLine.Taken taken -> Optional.empty();
    };
  }

  private Gross weigh(Line<AndLine> line, String command, Timing timing, boolean stableOnly)
      throws FaultException {
    Function<AndLine, Optional<AndLine>> reading = heard -> weightOrFault(heard, stableOnly);
    AndLine answer = line.ask(request(command(command), timing, reading));
    Optional<Fault> fault = fault(command, answer);
    if (fault.isPresent()) {
      throw new FaultException(fault.get());
    }
    return ((AndLine.Weight) answer).gross();
  }

  @Override
  protected Gross now(Line<AndLine> line) throws FaultException {
    return weigh(line, "Q", QUERY, false);
  }

  /** Weights of a stream that are not stable are passed over. */
  @Override
  protected Gross stable(Line<AndLine> line) throws FaultException {
    return weigh(line, "S", STABLE, true);
  }

  private Optional<String> text(Line<AndLine> line, String header) throws FaultException {
    Function<AndLine, Optional<Optional<String>>> reading =
        heard ->
            switch (heard) {
              case AndLine.Text text when text.header().equals(header) ->
                  Optional.of(Optional.of(text.text()));
              case AndLine.Failure failure -> Optional.of(Optional.empty());
              case AndLine.Text text -> Optional.empty();
              case AndLine.Weight weight -> Optional.empty();
              case AndLine.OutOfRange range -> Optional.empty();
              case AndLine.Count count -> Optional.empty();
              case AndLine.Taken taken -> Optional.empty();
            };
    try {
      return line.ask(request(command("?" + header), IDENTITY, reading));
    } catch (FaultException e) {
      if (isSilence(e.fault())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Older balances tell nothing of themselves: then a weight shows at least that one is there. */
  @Override
  protected DeviceIdentity who(Line<AndLine> line) throws FaultException {
    Optional<String> serial = text(line, "SN");
    Optional<String> model = text(line, "TN");
    Optional<String> own = serial.isEmpty() ? text(line, "ID") : Optional.empty();
    if (serial.isEmpty() && model.isEmpty() && own.isEmpty()) {
      weigh(line, "Q", QUERY, false);
    }
    return new DeviceIdentity(
        model.orElse("and-standard"), "unknown", serial.isPresent() ? serial : own);
  }

  @Override
  protected Optional<Outgoing> zeroing() {
    return Optional.of(command("Z"));
  }

  /** Ends the stream of {@code SIR}. */
  @Override
  protected Optional<Outgoing> greeting() {
    return Optional.of(command("C"));
  }

  @Override
  protected Optional<Fault> refusal(AndLine message) {
    return message instanceof AndLine.Failure ? fault("Z", message) : Optional.empty();
  }

  // Public operations

  @Override
  public ScaleCapabilities capabilities() {
    return ScaleCapabilities.HOST_TARED;
  }
}
