package clinic.mmt.device.fingerprint.ef01;

/**
 * How one module is configured.
 *
 * @param address its address, 4 bytes
 * @param password its password, 4 bytes
 * @param product what else it knows
 */
public record Ef01Options(int address, int password, Ef01Product product) {

  /** As delivered: address FFFFFFFF, password 00000000. */
  public static final Ef01Options USUAL = new Ef01Options(0xFFFFFFFF, 0, Ef01Product.ZFM_20);

  /** The same module as another product. */
  public Ef01Options as(Ef01Product other) {
    return new Ef01Options(address, password, other);
  }

  @Override
  public String toString() {
    return "address %08X, password •••".formatted(address);
  }
}
