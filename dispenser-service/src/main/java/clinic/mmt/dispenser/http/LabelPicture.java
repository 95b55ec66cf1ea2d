package clinic.mmt.dispenser.http;

import com.google.zxing.qrcode.encoder.ByteMatrix;

/** A picture of black and white dots, drawn once and then written in any printer's form. */
final class LabelPicture {

  private final int width;
  private final int height;
  private final byte[] rows;

  /** White all over; {@code width} is a multiple of 8. */
  LabelPicture(int width, int height) {
    if (width % Byte.SIZE != 0) {
      throw new IllegalArgumentException("a row is whole bytes");
    }
    this.width = width;
    this.height = height;
    this.rows = new byte[width / Byte.SIZE * height];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int bytesOfRow() {
    return width / Byte.SIZE;
  }

  /** Row by row, the highest bit on the left, 1 is black. */
  byte[] rows() {
    return rows.clone();
  }

  boolean black(int x, int y) {
    return (rows[y * bytesOfRow() + x / Byte.SIZE] >> (7 - x % Byte.SIZE) & 1) == 1;
  }

  /** A black square; what falls outside is left out. */
  void square(int x, int y, int size) {
    for (int dy = y; dy < Math.min(y + size, height); dy++) {
      for (int dx = x; dx < Math.min(x + size, width); dx++) {
        rows[dy * bytesOfRow() + dx / Byte.SIZE] |= (byte) (0x80 >> dx % Byte.SIZE);
      }
    }
  }

  /** A QR code whose first module is at this place; white around it is the caller's. */
  void code(String text, int x, int y, int module) {
    ByteMatrix code = CardDrawing.code(text);
    for (int row = 0; row < code.getHeight(); row++) {
      for (int column = 0; column < code.getWidth(); column++) {
        if (code.get(column, row) == 1) {
          square(x + column * module, y + row * module, module);
        }
      }
    }
  }

  /** One line of text; what does not fit is cut off. */
  void text(String words, int x, int y, int scale) {
    String plain = LabelFont.plain(words);
    for (int i = 0; i < plain.length(); i++) {
      for (int column = 0; column < LabelFont.STEP; column++) {
        for (int row = 0; row < LabelFont.HEIGHT; row++) {
          int left = x + (i * LabelFont.STEP + column) * scale;
          if (left < width && LabelFont.black(plain.charAt(i), column, row)) {
            square(left, y + row * scale, scale);
          }
        }
      }
    }
  }
}
