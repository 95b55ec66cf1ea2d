package clinic.mmt.device.scale.yaohua;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;

/** Lets the common test of all scales read this one's protocol. */
public final class YaohuaProtocol {

  /** The protocol. */
  public static final Protocol<? extends Message> FORWARD = YaohuaFrame.protocol(false);

  private YaohuaProtocol() {}
}
