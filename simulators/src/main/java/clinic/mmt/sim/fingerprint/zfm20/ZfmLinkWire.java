package clinic.mmt.sim.fingerprint.zfm20;

/** How the module is set up on its line; kept in flash. */
final class ZfmLinkWire {

  static final long USUAL_ADDRESS = 0xFFFFFFFFL;
  static final int BAUD_STEP = 9600;
  static final int BAUD_CODE_MAX = 12;

  private static final int USUAL_BAUD_CODE = 6;
  private static final int USUAL_PACKET_CODE = 2;
  private static final int LEAST_PACKET = 32;

  long address = USUAL_ADDRESS;
  int baudCode = USUAL_BAUD_CODE;
  int packetCode = USUAL_PACKET_CODE;

  /** Content of one data packet: 32, 64, 128 or 256 bytes. */
  int packetBytes() {
    return LEAST_PACKET << packetCode;
  }

  int baud() {
    return BAUD_STEP * baudCode;
  }
}
