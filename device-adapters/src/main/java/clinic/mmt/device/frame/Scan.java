package clinic.mmt.device.frame;

/**
 * What a frame parser knows after one more byte. Parsers are pure: state and byte in, state out.
 */
public sealed interface Scan {

  /** More bytes are needed. Each protocol's framing is a sealed family of these. */
  non-sealed interface Open extends Scan {

    /** Takes the next byte, 0 to 255. */
    Scan next(int octet);

    /** The bytes of the frame that has begun; empty while nothing has. */
    Octets pending();
  }

  /**
   * A whole frame that passed every check of its framing.
   *
   * @param bytes all of it
   * @param content what the frame carries, without its framing
   */
  record Frame(Octets bytes, Octets content) implements Scan {}

  /**
   * Bytes that began like a frame and are none.
   *
   * @param bytes all of them
   * @param reason why not
   * @param again the part that may hide the beginning of a real frame and is to be looked at again
   */
  record Bad(Octets bytes, String reason, Octets again) implements Scan {

    /** Only the first byte is surely no beginning. */
    static Bad resync(Octets bytes, String reason) {
      return new Bad(bytes, reason, bytes.from(1));
    }

    /** None of the bytes may be used for anything. */
    static Bad whole(Octets bytes, String reason) {
      return new Bad(bytes, reason, Octets.NONE);
    }
  }
}
