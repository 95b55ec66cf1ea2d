package clinic.mmt.dispenser.http;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** Draws a text as a QR code in SVG: any printer makes it as large as it likes. */
final class CardDrawing {

  /** Modules of white around a code, as its standard wants. */
  private static final int QUIET = 4;

  private CardDrawing() {}

  static String svg(String text) {
    ByteMatrix code = code(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        if (code.get(x, y) == 1) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    int size = code.getWidth() + 2 * QUIET;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
        """
        .formatted(size, size, size, size, path);
  }

  /** Its modules, 1 is black, without the white around it. */
  static ByteMatrix code(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalStateException("a card's text fits into every QR code", e);
    }
  }
}
