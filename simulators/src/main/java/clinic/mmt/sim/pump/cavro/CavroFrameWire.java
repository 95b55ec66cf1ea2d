package clinic.mmt.sim.pump.cavro;

import clinic.mmt.sim.core.Bytes;

/** A block from the host. */
sealed interface CavroFrameWire {

  byte STX = 0x02;
  byte ETX = 0x03;
  byte CR = 0x0D;
  byte LF = 0x0A;
  byte SLASH = '/';

  /** The host's own address, in every answer. */
  byte MASTER = '0';

  /** As received. */
  Bytes raw();

  /** OEM block with a good check. */
  record Oem(int address, int number, boolean repeat, String data, Bytes raw)
      implements CavroFrameWire {}

  /** DT block. */
  record Dt(int address, String data, Bytes raw) implements CavroFrameWire {}

  /** Something that is no block. */
  record Bad(String reason, Bytes raw) implements CavroFrameWire {}

  /** XOR over all bytes. */
  static byte check(byte[] bytes, int length) {
    byte sum = 0;
    for (int i = 0; i < length; i++) {
      sum ^= bytes[i];
    }
    return sum;
  }
}
