package clinic.mmt.sim.session;

import clinic.mmt.sim.core.Bytes;

/** Bytes as people read them: letters as they are, control characters as their Unicode pictures. */
final class Printable {

  private static final int PICTURES = 0x2400;
  private static final int SPACE = 0x20;
  private static final int DELETE = 0x7F;
  private static final char PICTURE_OF_DELETE = '\u2421';
  private static final char NO_ASCII = '\u00B7';

  private Printable() {}

  static String text(Bytes bytes) {
    StringBuilder text = new StringBuilder(bytes.size());
    for (int i = 0; i < bytes.size(); i++) {
      text.append(letter(bytes.at(i)));
    }
    return text.toString();
  }

  private static char letter(int octet) {
    if (octet > DELETE) {
      return NO_ASCII;
    }
    if (octet == DELETE) {
      return PICTURE_OF_DELETE;
    }
    return (char) (octet < SPACE ? PICTURES + octet : octet);
  }
}
