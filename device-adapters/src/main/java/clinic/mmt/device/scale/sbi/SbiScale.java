package clinic.mmt.device.scale.sbi;

import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.ScaleCapabilities;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.HostTaredScale;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Sartorius balance that speaks SBI. */
public final class SbiScale extends HostTaredScale<SbiLine> {

  // Commands and their limits

  private static final Octets ESCAPE = Octets.of(0x1B);
  private static final Timing QUERY = new Timing(1000, 3);
  private static final Timing IDENTITY = new Timing(1000, 1);

  /** Where the balance is set to print stable weights only, its answer is late. */
  private static final Timing LATE = new Timing(5000, 1);

  private static final long STABLE_MILLIS_MAX = 42_000;
  private static final long POLL_MILLIS = 150;

  private SbiScale(String name, Link link, Mass resolution) {
    super(name, link, SbiLine.PROTOCOL, resolution);
  }

  /**
   * Opens the balance called {@code name}; returns at once. {@code resolution} holds until the
   * first weight shows the balance's own.
   */
  public static SbiScale open(String name, Link link, Mass resolution) {
    SbiScale scale = new SbiScale(name, link, resolution);
    scale.start();
    return scale;
  }

  private static Outgoing command(String characters) {
    return outgoing(
        "ESC " + characters, ESCAPE.plus(Octets.ascii(characters)).plus(Octets.of('\r', '\n')));
  }

  // Faults

  private static Optional<Fault> fault(String command, SbiLine line) {
    return switch (line) {
      case SbiLine.Status status -> Optional.of(fault(command, status));
      case SbiLine.Failure failure -> Optional.of(new Fault.Refused(command, failure.meaning()));
      case SbiLine.Weight weight -> Optional.empty();
      case SbiLine.Text text -> Optional.empty();
    };
  }

  private static Fault fault(String command, SbiLine.Status status) {
    return switch (status.status()) {
      case "High" -> new Fault.Overload(command);
      case "Low" -> new Fault.Underload(command);
      case "--" -> new Fault.NotStable(command);
      default -> new Fault.Refused(command, status.meaning());
    };
  }

  // Private exchange

  private static Gross print(Line<SbiLine> line, Timing timing) throws FaultException {
    Outgoing frame = command("P");
    SbiLine printed =
        line.ask(
            request(
                frame,
                timing,
                (SbiLine heard) ->
                    heard instanceof SbiLine.Text ? Optional.empty() : Optional.of(heard)));
    Optional<Fault> fault = fault(frame.command(), printed);
    if (fault.isPresent()) {
      throw new FaultException(fault.get());
    }
    return ((SbiLine.Weight) printed).gross();
  }

  @Override
  protected Gross now(Line<SbiLine> line) throws FaultException {
    return print(line, QUERY);
  }

  @Override
  protected Gross stable(Line<SbiLine> line) throws FaultException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STABLE_MILLIS_MAX);
    Optional<Gross> stable = Optional.empty();
    int silent = 0;
    while (stable.isEmpty() && System.nanoTime() - deadline < 0) {
      try {
        stable = Optional.of(print(line, LATE)).filter(Gross::stable);
        silent = 0;
      } catch (FaultException e) {
        silent = silenceOrThrow(e, silent);
      }
      if (stable.isEmpty()) {
        line.pause(POLL_MILLIS);
      }
    }
    return stable.orElseThrow(() -> new FaultException(new Fault.NotStable("ESC P")));
  }

  /** A balance that waits for stability is silent for a while; one that is gone for longer. */
  private static int silenceOrThrow(FaultException e, int silentBefore) throws FaultException {
    if (e.fault() instanceof Fault.NotStable) {
      return 0;
    }
    if (!isSilence(e.fault()) || silentBefore == 2) {
      throw e;
    }
    return silentBefore + 1;
  }

  private static Optional<String> text(Line<SbiLine> line, String command) throws FaultException {
    try {
      return Optional.of(
          line.ask(
              request(
                  command(command),
                  IDENTITY,
                  (SbiLine heard) ->
                      Optional.of(heard)
                          .filter(SbiLine.Text.class::isInstance)
                          .map(SbiLine::meaning))));
    } catch (FaultException e) {
      if (isSilence(e.fault())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Older balances tell nothing of themselves: then a weight shows at least that one is there. */
  @Override
  protected DeviceIdentity who(Line<SbiLine> line) throws FaultException {
    Optional<String> model = text(line, "x1_");
    if (model.isEmpty()) {
      print(line, QUERY);
      return new DeviceIdentity("sartorius-sbi", "unknown", Optional.empty());
    }
    Optional<String> serial = text(line, "x2_");
    return new DeviceIdentity(model.get(), text(line, "x3_").orElse("unknown"), serial);
  }

  @Override
  protected Optional<Outgoing> zeroing() {
    return Optional.of(command("V"));
  }

  @Override
  protected Optional<Outgoing> greeting() {
    return Optional.empty();
  }

  @Override
  protected Optional<Fault> refusal(SbiLine message) {
    return message instanceof SbiLine.Failure ? fault("ESC V", message) : Optional.empty();
  }

  // Public operations

  @Override
  public ScaleCapabilities capabilities() {
    return ScaleCapabilities.HOST_TARED;
  }
}
