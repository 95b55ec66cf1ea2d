package clinic.mmt.device.link;

/**
 * How a serial line is set.
 *
 * @param baud bits per second, 300 to 921600
 * @param dataBits 7 or 8
 * @param parity how the parity bit is made
 * @param stopBits 1 or 2
 */
public record LineSettings(int baud, int dataBits, Parity parity, int stopBits) {

  /** Parity of a serial line. */
  public enum Parity {
    /** No parity bit. */
    NONE('N'),
    /** Even number of ones. */
    EVEN('E'),
    /** Odd number of ones. */
    ODD('O');

    private final char letter;

    Parity(char letter) {
      this.letter = letter;
    }
  }

  /** Eight data bits, no parity, one stop bit. */
  public static LineSettings of8N1(int baud) {
    return new LineSettings(baud, 8, Parity.NONE, 1);
  }

  /** Eight data bits, odd parity, one stop bit. */
  public static LineSettings of8O1(int baud) {
    return new LineSettings(baud, 8, Parity.ODD, 1);
  }

  /** Seven data bits, even parity, one stop bit. */
  public static LineSettings of7E1(int baud) {
    return new LineSettings(baud, 7, Parity.EVEN, 1);
  }

  @Override
  public String toString() {
    return baud + "," + dataBits + parity.letter + stopBits;
  }
}
