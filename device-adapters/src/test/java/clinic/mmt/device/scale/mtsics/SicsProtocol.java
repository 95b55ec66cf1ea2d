package clinic.mmt.device.scale.mtsics;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;

/** Lets the common test of all scales read this one's protocol. */
public final class SicsProtocol {

  /** The protocol. */
  public static final Protocol<? extends Message> SICS = SicsReply.PROTOCOL;

  private SicsProtocol() {}
}
