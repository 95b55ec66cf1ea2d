package clinic.mmt.device.scale.cas;

import clinic.mmt.device.Fault;
import clinic.mmt.device.ScaleCapabilities;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Request.Outgoing;
import clinic.mmt.device.exchange.Request.Timing;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.NamelessScale;
import clinic.mmt.quantity.Mass;
import java.util.Optional;

/**
 * A CAS scale that is set to speak to a cash register: it is asked in two steps, ENQ and DC1, and
 * answers with one frame. Its steps of a gram are too coarse for a dose.
 */
public final class CasEcrScale extends NamelessScale<CasEcrReply> {

  private static final Nature NATURE =
      new Nature("cas-ecr", new ScaleCapabilities(true, true, true, false, false, false));

  /** What stays unanswered is begun again with ENQ: DC1 counts only right after an ACK. */
  private static final Timing TIMING = new Timing(1_000, 1);

  private static final Outgoing ENQ = outgoing("ENQ", Octets.of(0x05));
  private static final Outgoing DC1 = outgoing("DC1", Octets.of(0x11));

  /** After a NAK the manual has the host ask ENQ again. */
  private static final int TRIES = 4;

  private static final long AGAIN_MILLIS = 200;

  private CasEcrScale(String name, Link link, Mass resolution) {
    super(name, link, CasEcrReply.PROTOCOL, NATURE, resolution);
  }

  /**
   * Opens the scale called {@code name}; returns at once.
   *
   * @param resolution holds until the first weight shows the scale's own
   */
  public static CasEcrScale open(String name, Link link, Mass resolution) {
    CasEcrScale scale = new CasEcrScale(name, link, resolution);
    scale.start();
    return scale;
  }

  /** ACK or NAK; a weight that comes now answers an older question. */
  private static Optional<Boolean> readiness(CasEcrReply reply) {
    return switch (reply) {
      case CasEcrReply.Ack ack -> Optional.of(true);
      case CasEcrReply.Nak nak -> Optional.of(false);
      case CasEcrReply.Weight weight -> Optional.empty();
      case CasEcrReply.Overflow overflow -> Optional.empty();
      case CasEcrReply.OtherUnit other -> Optional.empty();
    };
  }

  /** A frame or NAK; an ACK that comes now answers an older question. */
  private static Optional<CasEcrReply> frame(CasEcrReply reply) {
    return reply instanceof CasEcrReply.Ack ? Optional.empty() : Optional.of(reply);
  }

  /** The two steps of a question; empty after a NAK. */
  private static Optional<CasEcrReply> asked(Line<CasEcrReply> line) throws FaultException {
    if (!line.ask(request(ENQ, TIMING, CasEcrScale::readiness))) {
      return Optional.empty();
    }
    CasEcrReply reply = line.ask(request(DC1, TIMING, CasEcrScale::frame));
    return reply instanceof CasEcrReply.Nak ? Optional.empty() : Optional.of(reply);
  }

  @Override
  protected Gross now(Line<CasEcrReply> line) throws FaultException {
    Fault last = new Fault.Refused("ENQ", "NAK");
    for (int i = 0; i < TRIES; i++) {
      try {
        Optional<CasEcrReply> reply = asked(line);
        if (reply.isPresent()) {
          return gross(reply.get());
        }
        line.pause(AGAIN_MILLIS);
      } catch (FaultException e) {
        if (!isSilence(e.fault())) {
          throw e;
        }
        last = e.fault();
      }
    }
    throw new FaultException(last);
  }

  private static Gross gross(CasEcrReply reply) throws FaultException {
    return switch (reply) {
      case CasEcrReply.Weight(String told, Gross gross) -> gross;
      case CasEcrReply.Overflow overflow -> throw new FaultException(new Fault.Overload("DC1"));
      case CasEcrReply.OtherUnit other ->
          throw new FaultException(new Fault.Refused("DC1", "the scale is not set to kilograms"));
      case CasEcrReply.Ack ack -> throw new IllegalStateException("an ack is no weight");
      case CasEcrReply.Nak nak -> throw new IllegalStateException("a nak is no weight");
    };
  }

  @Override
  protected Gross stable(Line<CasEcrReply> line) throws FaultException {
    return steady(line, this::now);
  }
}
