package clinic.mmt.device.scale.comma;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;

/** Lets the common test of all scales read this one's protocol. */
public final class CommaProtocol {

  /** The protocol. */
  public static final Protocol<? extends Message> COMMA = CommaLine.PROTOCOL;

  private CommaProtocol() {}
}
