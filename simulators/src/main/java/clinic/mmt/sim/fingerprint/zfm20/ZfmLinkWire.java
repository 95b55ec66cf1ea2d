package clinic.mmt.sim.fingerprint.zfm20;

import java.util.Set;

/** How the module is set up on its line; kept in flash. */
final class ZfmLinkWire {

  static final long USUAL_ADDRESS = 0xFFFFFFFFL;
  static final int BAUD_STEP = 9600;
  static final int BAUD_CODE_MAX = 12;
  static final int PACKET_CODE_MAX = 3;

  private static final Set<Integer> R503_BAUD_CODES = Set.of(1, 2, 4, 6, 12);
  private static final int USUAL_BAUD_CODE = 6;
  private static final int USUAL_PACKET_CODE = 2;
  private static final int LEAST_PACKET = 32;

  long address = USUAL_ADDRESS;
  int baudCode = USUAL_BAUD_CODE;
  int packetCode = USUAL_PACKET_CODE;
  int storedBaudCode = USUAL_BAUD_CODE;
  int storedPacketCode = USUAL_PACKET_CODE;
  int storedLevel = ZfmModule.LEVEL_USUAL;

  /** Content of one data packet: 32, 64, 128 or 256 bytes. */
  int packetBytes() {
    return LEAST_PACKET << packetCode;
  }

  int baud() {
    return BAUD_STEP * baudCode;
  }

  /** What was stored holds from now on. */
  void apply() {
    baudCode = storedBaudCode;
    packetCode = storedPacketCode;
  }

  /** An R503 knows fewer speeds. */
  static boolean isBaudCode(int code, ModuleType type) {
    return type.isR503() ? R503_BAUD_CODES.contains(code) : code >= 1 && code <= BAUD_CODE_MAX;
  }
}
