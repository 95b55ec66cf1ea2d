package clinic.mmt.device.scale.ohaus;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;

/** Lets the common test of all scales read this one's protocol. */
public final class OhausProtocol {

  /** The protocol. */
  public static final Protocol<? extends Message> OHAUS = OhausLine.PROTOCOL;

  private OhausProtocol() {}
}
