package clinic.mmt.device;

/**
 * The number on a card or the text of a code: says who, proves nothing, and is personal data.
 *
 * @param canonical the canonical text, for EM4100 ten upper-case hex digits, for a QR code its text
 */
public record Token(String canonical) {

  @Override
  public String toString() {
    return "•••";
  }
}
