package clinic.mmt.device.scale.sbi;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;

/** Lets the common test of all scales read this one's protocol. */
public final class SbiProtocol {

  /** The protocol. */
  public static final Protocol<? extends Message> SBI = SbiLine.PROTOCOL;

  private SbiProtocol() {}
}
