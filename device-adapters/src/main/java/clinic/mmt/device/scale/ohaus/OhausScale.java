package clinic.mmt.device.scale.ohaus;

import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.ScaleCapabilities;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.frame.LineFraming;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.HostTaredScale;
import clinic.mmt.quantity.Mass;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** An Ohaus balance: Scout, Navigator, Adventurer, Explorer. */
public final class OhausScale extends HostTaredScale<OhausLine> {

  // Commands and their limits

  private static final Timing QUERY = new Timing(1000, 3);
  private static final Timing IDENTITY = new Timing(1000, 1);

  /** The balance itself waits for stability, up to 40 s. */
  private static final Timing STABLE = new Timing(42_000, 1);

  private static final String LABEL = "Serial Number: ";

  private OhausScale(String name, Link link, Mass resolution) {
    super(name, link, OhausLine.PROTOCOL, resolution);
  }

  /**
   * Opens the balance called {@code name}; returns at once. {@code resolution} holds until the
   * first weight shows the balance's own.
   */
  public static OhausScale open(String name, Link link, Mass resolution) {
    OhausScale scale = new OhausScale(name, link, resolution);
    scale.start();
    return scale;
  }

  private static Outgoing command(String command) {
    return outgoing(command, LineFraming.line(command));
  }

  // Private exchange

  /** A weight that may be taken, or what was said in place of one. */
  private static Optional<OhausLine> weightOrFailure(OhausLine line, boolean stableOnly) {
    return switch (line) {
      case OhausLine.Weight weight ->
          stableOnly && !weight.gross().stable() ? Optional.empty() : Optional.of(weight);
      case OhausLine.Failure failure -> Optional.of(failure);
      case OhausLine.Text text -> Optional.of(text);
      case OhausLine.Taken taken -> Optional.empty();
    };
  }

  private static OhausLine ask(
      Line<OhausLine> line, String command, Timing timing, boolean stableOnly)
      throws FaultException {
    Function<OhausLine, Optional<OhausLine>> reading = heard -> weightOrFailure(heard, stableOnly);
    return line.ask(request(command(command), timing, reading));
  }

  /** What is said in place of a weight is not in the manuals at hand: taken by its words. */
  private static Fault noWeight(String command, OhausLine line) {
    String said = line.meaning().toUpperCase(Locale.ROOT);
    if (said.startsWith("OVER")) {
      return new Fault.Overload(command);
    }
    return said.startsWith("UNDER")
        ? new Fault.Underload(command)
        : new Fault.Refused(command, line.meaning());
  }

  @Override
  protected Gross now(Line<OhausLine> line) throws FaultException {
    OhausLine said = ask(line, "IP", QUERY, false);
    if (said instanceof OhausLine.Weight weight) {
      return weight.gross();
    }
    throw new FaultException(noWeight("IP", said));
  }

  /** Weights that are printed by themselves and are not stable are passed over. */
  @Override
  protected Gross stable(Line<OhausLine> line) throws FaultException {
    OhausLine said = ask(line, "SP", STABLE, true);
    if (said instanceof OhausLine.Weight weight) {
      return weight.gross();
    }
    throw new FaultException(
        said instanceof OhausLine.Failure ? new Fault.NotStable("SP") : noWeight("SP", said));
  }

  private static Optional<String> text(Line<OhausLine> line, String command) throws FaultException {
    Function<OhausLine, Optional<Optional<String>>> reading =
        heard ->
            switch (heard) {
              case OhausLine.Text text -> Optional.of(Optional.of(text.meaning()));
              case OhausLine.Failure failure -> Optional.of(Optional.empty());
              case OhausLine.Weight weight -> Optional.empty();
              case OhausLine.Taken taken -> Optional.empty();
            };
    try {
      return line.ask(request(command(command), IDENTITY, reading));
    } catch (FaultException e) {
      if (isSilence(e.fault())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Older balances tell no serial number: then a weight shows at least that one is there. */
  @Override
  protected DeviceIdentity who(Line<OhausLine> line) throws FaultException {
    Optional<String> serial =
        text(line, "PSN")
            .map(told -> told.startsWith(LABEL) ? told.substring(LABEL.length()) : told);
    Optional<String> version = text(line, "PV");
    if (serial.isEmpty() && version.isEmpty()) {
      now(line);
    }
    return new DeviceIdentity("Ohaus", version.orElse("unknown"), serial);
  }

  @Override
  protected Optional<Outgoing> zeroing() {
    return Optional.of(command("Z"));
  }

  /** Ends continuous print. */
  @Override
  protected Optional<Outgoing> greeting() {
    return Optional.of(command("0P"));
  }

  @Override
  protected Optional<Fault> refusal(OhausLine message) {
    return message instanceof OhausLine.Failure
        ? Optional.of(new Fault.Refused("Z", "ES"))
        : Optional.empty();
  }

  // Public operations

  @Override
  public ScaleCapabilities capabilities() {
    return ScaleCapabilities.HOST_TARED;
  }
}
