package clinic.mmt.sim.fault;

/** What a fault takes besides {@code count}; every one has a usual value. */
public enum Parameter {
  /** Nothing. */
  NONE("", 0, 0, 0),
  /** Milliseconds, real time. */
  MILLISECONDS("milliseconds", 1500, 0, 1_000_000_000),
  /** A number of bytes from the start. */
  AT_BYTE("atByte", 3, 0, 1_000_000_000),
  /** How many bytes. */
  BYTES("bytes", 3, 1, 64),
  /** Microlitres counted in the run. */
  AT_MICROLITRES("atMicrolitres", 0, 0, 1_000_000_000),
  /** A factor, held in thousandths. */
  FACTOR("factor", 1100, 0, 10_000),
  /** Number of an error in the manual of the device. */
  PUMP_CODE("code", 1, 1, 15),
  /** Number of an error in the manual of a scale. */
  SCALE_CODE("code", 11, 1, 99),
  /** Times of a thousand. */
  PERMILLE("permille", 1000, 0, 1000),
  /** A confirmation code; 24 (hex 18) is an error of the flash memory. */
  CODE("code", 24, 0, 255),
  /** Microlitres a second. */
  MICROLITRES_PER_SECOND("microlitresPerSecond", 20, 0, 1_000_000_000),
  /** Micrograms a second. */
  MICROGRAMS_PER_SECOND("microgramsPerSecond", 20_000, 0, 1_000_000_000);

  private final String word;
  private final long usual;
  private final long least;
  private final long most;

  Parameter(String word, long usual, long least, long most) {
    this.word = word;
    this.usual = usual;
    this.least = least;
    this.most = most;
  }

  /** The name on the control port; empty for {@link #NONE}. */
  public String word() {
    return word;
  }

  /** The value if none is given. */
  public long usual() {
    return usual;
  }

  /** The smallest value. */
  public long least() {
    return least;
  }

  /** The largest value. */
  public long most() {
    return most;
  }
}
