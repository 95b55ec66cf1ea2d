package clinic.mmt.sim.pump.newera;

/** How the pump is set up on its line; kept without power. */
final class NeLinkWire {

  static final int USUAL_BAUD = 19_200;
  static final int ADDRESS_MAX = 99;
  static final int WATCHDOG_SECONDS_MAX = 255;

  private final boolean switchBeforeAlarmReply;
  int address;
  int baud = USUAL_BAUD;

  /** Seconds of the Safe mode watchdog; 0 = Basic mode. */
  int watchdogSeconds;

  NeLinkWire(int address, boolean switchBeforeAlarmReply) {
    this.address = address;
    this.switchBeforeAlarmReply = switchBeforeAlarmReply;
  }

  boolean isSafeMode() {
    return watchdogSeconds > 0;
  }

  boolean switchesBeforeAlarmReply() {
    return switchBeforeAlarmReply;
  }

  void reset() {
    address = 0;
    watchdogSeconds = 0;
  }
}
