package clinic.mmt.sim.pump.cavro;

/**
 * How a pump stands on its line, as its switches and jumpers are set.
 *
 * @param address switch, 0 to 14
 * @param dtOnly knows no OEM protocol, as the clones do
 * @param busyOnlyForQ only the answer to Q tells that the pump is busy
 * @param repeatsAnswer a repeated question is answered with data again, else only acknowledged
 */
public record CavroLinkWire(
    int address, boolean dtOnly, boolean busyOnlyForQ, boolean repeatsAnswer) {

  private static final int FIRST = 0x31;
  private static final int PAIRS = 0x41;
  private static final int QUADS = 0x51;
  private static final int ALL = 0x5F;

  /** Whether a block for this address is for this pump alone. */
  boolean isMine(int addressed) {
    return addressed == FIRST + address;
  }

  /** Whether a block for this address is for this pump and others; none of them answers. */
  boolean isShared(int addressed) {
    return addressed == ALL
        || addressed == PAIRS + address / 2 * 2
        || addressed == QUADS + address / 4 * 4;
  }
}
