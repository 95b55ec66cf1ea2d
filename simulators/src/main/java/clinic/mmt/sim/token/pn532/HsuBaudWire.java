package clinic.mmt.sim.token.pn532;

import java.util.OptionalInt;

/** Codes of SetSerialBaudRate. */
final class HsuBaudWire {

  static final int USUAL = 115_200;

  private static final int[] BAUDS = {
    9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600, 1_288_000
  };

  private HsuBaudWire() {}

  static OptionalInt of(int code) {
    return code < BAUDS.length ? OptionalInt.of(BAUDS[code]) : OptionalInt.empty();
  }
}
