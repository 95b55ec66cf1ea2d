package clinic.mmt.device.fingerprint.ef01;

/**
 * How one module is configured.
 *
 * @param address its address, 4 bytes
 * @param password its password, 4 bytes
 */
public record Ef01Options(int address, int password) {

  /** As delivered: address FFFFFFFF, password 00000000. */
  public static final Ef01Options USUAL = new Ef01Options(0xFFFFFFFF, 0);

  @Override
  public String toString() {
    return "address %08X, password •••".formatted(address);
  }
}
