package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.frame.Octets;
import java.util.Optional;

/**
 * What {@code ReadSysPara} answers, 16 bytes.
 *
 * @param system system id, of no use
 * @param capacity size of the library
 * @param level security level, 1 to 5
 * @param packetBytes content of a data packet: 32, 64, 128 or 256
 */
record SysPara(int system, int capacity, int level, int packetBytes) {

  private static final int LENGTH = 16;

  /** Reads it; empty when a value is out of its range. */
  static Optional<SysPara> decode(Octets parameters) {
    if (parameters.length() != LENGTH) {
      return Optional.empty();
    }
    int packetCode = parameters.u16(12);
    int level = parameters.u16(6);
    boolean valid = packetCode <= 3 && level >= 1 && level <= 5;
    return valid
        ? Optional.of(new SysPara(parameters.u16(2), parameters.u16(4), level, 32 << packetCode))
        : Optional.empty();
  }
}
