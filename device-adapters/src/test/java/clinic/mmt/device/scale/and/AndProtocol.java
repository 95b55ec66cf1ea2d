package clinic.mmt.device.scale.and;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;

/** Lets the common test of all scales read this one's protocol. */
public final class AndProtocol {

  /** The protocol. */
  public static final Protocol<? extends Message> LINE_FEED = AndLine.protocol(true);

  private AndProtocol() {}
}
