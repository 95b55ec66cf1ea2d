package clinic.mmt.device.scale.host;

import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.ScaleCapabilities;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.link.Link;
import clinic.mmt.quantity.Mass;
import java.util.Optional;

/**
 * A scale that weighs and knows nothing else: it has neither a name nor a command to be zeroed.
 *
 * @param <M> the protocol's messages
 */
public abstract class NamelessScale<M extends Message> extends HostTaredScale<M> {

  private final Nature nature;

  /** What a scale of this kind is called and can do. */
  public record Nature(String model, ScaleCapabilities capabilities) {}

  /** {@code resolution} holds until the first weight shows the scale's own. */
  protected NamelessScale(
      String name, Link link, Protocol<M> protocol, Nature nature, Mass resolution) {
    super(name, link, protocol, resolution);
    this.nature = nature;
  }

  /** Nothing tells who it is: that a weight comes is all. */
  @Override
  protected final DeviceIdentity who(Line<M> line) throws FaultException {
    try {
      now(line);
    } catch (FaultException e) {
      if (!(e.fault() instanceof Fault.Overload)) {
        throw e;
      }
    }
    return new DeviceIdentity(nature.model(), "unknown", Optional.empty());
  }

  @Override
  protected final Optional<Outgoing> zeroing() {
    return Optional.empty();
  }

  @Override
  protected final Optional<Outgoing> greeting() {
    return Optional.empty();
  }

  @Override
  protected final Optional<Fault> refusal(M message) {
    return Optional.empty();
  }

  @Override
  public final ScaleCapabilities capabilities() {
    return nature.capabilities();
  }
}
