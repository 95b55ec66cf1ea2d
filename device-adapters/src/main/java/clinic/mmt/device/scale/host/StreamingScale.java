package clinic.mmt.device.scale.host;

import clinic.mmt.device.Fault;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.Link;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import java.util.function.Function;

/**
 * A scale that pushes its weight all the time and takes no command. A weight is stable when it came
 * so often in a row, always marked as stable.
 *
 * @param <M> the protocol's messages
 */
public abstract class StreamingScale<M extends Message> extends NamelessScale<M> {

  private static final Timing FRAME = new Timing(2_000, 1);
  private static final Outgoing NOTHING = new Outgoing("listen", Octets.NONE, false);
  private static final long FRESH_MILLIS = 20;

  /** {@code resolution} holds until the first weight shows the scale's own. */
  protected StreamingScale(
      String name, Link link, Protocol<M> protocol, Nature nature, Mass resolution) {
    super(name, link, protocol, nature, resolution);
  }

  /** A weight, or why there is none; empty for a message that is neither. */
  protected abstract Optional<WeightOrFault> weight(M message);

  /** What a frame of the stream says. */
  public sealed interface WeightOrFault {
    /** A weight. */
    record Weight(Gross gross) implements WeightOrFault {}

    /** No weight. */
    record Missing(Fault fault) implements WeightOrFault {}
  }

  private Gross next(Line<M> line) throws FaultException {
    Function<M, Optional<WeightOrFault>> reading = this::weight;
    return switch (line.listen(request(NOTHING, FRAME, reading))) {
      case WeightOrFault.Weight(Gross gross) -> gross;
      case WeightOrFault.Missing(Fault fault) -> throw new FaultException(fault);
    };
  }

  /** What lies here already was said before the question. */
  @Override
  protected Gross now(Line<M> line) throws FaultException {
    line.pause(FRESH_MILLIS);
    return next(line);
  }

  @Override
  protected Gross stable(Line<M> line) throws FaultException {
    if (!capabilities().stability()) {
      throw new FaultException(
          new Fault.NotPermitted("stable weight", "this scale does not tell what is stable"));
    }
    return steady(line, this::next);
  }
}
